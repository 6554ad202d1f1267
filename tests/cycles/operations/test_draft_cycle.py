from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.draft_cycle import draft_cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import PartnershipKind, Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from tests.factories.directory import make_partnership, make_viewer

pytestmark = pytest.mark.django_db


def test_a_draft_has_the_usual_bands_and_emails(at: datetime) -> None:
    officer = make_viewer()
    cycle = draft_cycle(officer, title="  Section 11   audit 2027 ", at=at)
    assert (cycle.title, cycle.slug, cycle.state) == ("Section 11 audit 2027", "section-11-audit-2027", CycleState.DRAFT)
    assert [(b.key, b.label, int(b.at_least), b.follow_up) for b in cycle.bands.all()] == [
        ("fully-met", "Fully met", 100, False),
        ("mostly-met", "Mostly met", 80, False),
        ("partly-met", "Partly met", 60, False),
        ("support-needed", "Support needed", 0, True),
    ]
    assert "{link}" in cycle.email_body
    assert "{link}" in cycle.reminder_body
    told = ActivityEvent.objects.get(verb="cycle-drafted")
    assert (told.subject, told.actor, told.at) == (cycle.ref, officer.person_ref, at)


def test_two_of_a_title_have_two_addresses_and_none_is_that_of_a_page(at: datetime) -> None:
    officer = make_viewer()
    titles = ["Audit", "audit", "New"]
    assert [draft_cycle(officer, title=title, at=at).slug for title in titles] == ["audit", "audit-2", "new-2"]


@pytest.mark.parametrize("kind", PartnershipKind)
def test_no_default_email_claims_a_duty_to_complete_an_audit(kind: PartnershipKind, at: datetime) -> None:
    cycle = draft_cycle(make_viewer(of=make_partnership(kind=kind)), title="Audit", at=at)
    words = f"{cycle.email_subject} {cycle.email_body} {cycle.reminder_subject} {cycle.reminder_body}".lower()
    assert not [word for word in ("must", "oblig", "statut", "duty", "law", "required", "section 11") if word in words]
    assert ("adults" in words, "children" in words) == (kind != PartnershipKind.CHILDREN, kind != PartnershipKind.ADULTS)


@pytest.mark.parametrize("title", ["", "   ", "x" * 201])
def test_a_title_is_needed_and_not_too_long(title: str, at: datetime) -> None:
    with pytest.raises(Refused) as refused:
        draft_cycle(make_viewer(), title=title, at=at)
    assert list(refused.value.problems) == ["title"]
    assert not Cycle.objects.exists()


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER, Role.RETURN_LEAD])
def test_nobody_but_an_officer_drafts(role: Role, at: datetime) -> None:
    with pytest.raises(Absent):
        draft_cycle(make_viewer(role), title="Audit", at=at)


def test_a_person_without_a_place_drafts_nothing(at: datetime) -> None:
    with pytest.raises(Absent):
        draft_cycle(Viewer(1, "person:1", "Nobody"), title="Audit", at=at)
