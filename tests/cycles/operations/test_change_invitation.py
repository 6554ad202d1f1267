from datetime import date, datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.operations.change_invitation import change_invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer
from tests.factories.joined import map_editions
from tests.factories.standards import make_edition, tiny_standards

pytestmark = pytest.mark.django_db


def test_form_and_due_date_change_until_it_goes_out(at: datetime) -> None:
    invitation = make_invitation(make_draft())
    officer = make_viewer(of=invitation.cycle.partnership)
    for form, due in (("light", date(2027, 2, 1)), ("full", None)):
        change_invitation(officer, invitation.cycle.slug, invitation.pk, form=form, due=due, at=at)
        invitation.refresh_from_db()
        assert (invitation.form, invitation.due) == (form, due)
    assert ActivityEvent.objects.filter(verb="invitation-changed", subject=invitation.ref).count() == 2


def test_a_review_only_for_those_who_sent_a_return_before(at: datetime) -> None:
    before = make_invitation(make_cycle(state=CycleState.CLOSED), submissions=2)
    draft = make_draft(before.cycle.partnership)
    officer = make_viewer(of=draft.partnership)
    again, first = make_invitation(draft, participation=before.participation), make_invitation(draft)
    change_invitation(officer, draft.slug, again.pk, form="review", due=None, at=at)
    with pytest.raises(Refused) as refused:
        change_invitation(officer, draft.slug, first.pk, form="review", due=date(2026, 1, 1), at=at)
    assert set(refused.value.problems) == {"form", "due"}


def test_no_review_of_what_was_sent_on_other_standards(at: datetime) -> None:
    before = make_invitation(make_cycle(state=CycleState.CLOSED), submissions=1)
    draft = make_draft(before.cycle.partnership, edition=make_edition(tool="other-tool"))
    officer = make_viewer(of=draft.partnership)
    again = make_invitation(draft, participation=before.participation)
    with pytest.raises(Refused, match="standards that can be compared"):
        change_invitation(officer, draft.slug, again.pk, form="review", due=None, at=at)
    assert before.cycle.edition
    assert draft.edition
    map_editions(before.cycle.edition, draft.edition, {"1.1": ["1.1"]})
    change_invitation(officer, draft.slug, again.pk, form="review", due=None, at=at)


def test_tiny_where_the_standards_have_it(at: datetime) -> None:
    for edition, fits in ((make_edition(), False), (make_edition(tool="with-tiny", standards=tiny_standards("1.1")), True)):
        invitation = make_invitation(make_draft(edition=edition))
        officer = make_viewer(of=invitation.cycle.partnership)
        if fits:
            change_invitation(officer, invitation.cycle.slug, invitation.pk, form="tiny", due=None, at=at)
            continue
        with pytest.raises(Refused, match="no tiny form"):
            change_invitation(officer, invitation.cycle.slug, invitation.pk, form="tiny", due=None, at=at)


def test_once_sent_or_withdrawn_it_stays(at: datetime) -> None:
    for invitation in (make_invitation(), make_invitation(make_draft(), state=InvitationState.WITHDRAWN)):
        with pytest.raises(Refused):
            change_invitation(
                make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, invitation.pk, form="light", due=None, at=at
            )
        invitation.refresh_from_db()
        assert invitation.form == "full"


def test_a_foreign_invitation_is_absent_and_so_is_one_of_another_cycle(at: datetime) -> None:
    invitation, own = make_invitation(make_draft()), make_draft()
    partnership = invitation.cycle.partnership
    for viewer, slug in (
        (make_viewer(of=own.partnership), own.slug),
        (make_viewer(of=own.partnership), invitation.cycle.slug),
        (make_viewer(of=partnership), make_draft(partnership).slug),
        (make_viewer(Role.SCRUTINEER, of=partnership), invitation.cycle.slug),
    ):
        with pytest.raises(Absent):
            change_invitation(viewer, slug, invitation.pk, form="light", due=None, at=at)
