"""Inviting the units of an earlier audit in the background: it bears being done twice, and stops with words people understand."""

import pytest

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import CycleState
from section11.jobs.invite_again import invite_them_again
from section11.jobs.models import Job
from section11.jobs.operations.start_job import start_job
from section11.lib import clock
from section11.returns.models import Return
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def test_the_units_are_invited_and_their_returns_made_once() -> None:
    last = make_cycle(state=CycleState.CLOSED)
    first, second = make_invitation(last), make_invitation(last)
    cycle = make_cycle(last.partnership, edition=last.edition)
    officer = make_viewer(of=cycle.partnership)
    forms = f"{first.pk}:full {second.pk}:light"
    told = []
    for _ in range(2):
        job = start_job(officer, invite_them_again, title="Again", at=clock.now(), cycle_slug=cycle.slug, cycle=cycle.pk, forms=forms)
        done = Job.objects.get(public_id=job)
        told.append((done.state, done.message, done.done, done.total))
    assert told == [("done", "2 invitations made.", 2, 2), ("done", "0 invitations made. 2 had been invited before.", 2, 2)]
    assert sorted(Invitation.objects.filter(cycle=cycle).values_list("form", flat=True)) == ["full", "light"]
    assert Return.objects.count() == 2


def test_what_is_refused_is_said() -> None:
    last = make_cycle(state=CycleState.CLOSED)
    first = make_invitation(last)
    cycle = make_cycle(last.partnership, edition=last.edition)
    officer = make_viewer(of=cycle.partnership)
    job = start_job(
        officer, invite_them_again, title="Again", at=clock.now(), cycle_slug=cycle.slug, cycle=cycle.pk, forms=f"{first.pk}:review"
    )
    told = Job.objects.get(public_id=job)
    assert (told.state, "a review is for those who sent a return before" in told.message) == ("failed", True)
    assert not Invitation.objects.filter(cycle=cycle).exists()
