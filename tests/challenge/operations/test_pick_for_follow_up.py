import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import FollowUp, FollowUpCause
from section11.challenge.operations.close_follow_up import close_follow_up
from section11.challenge.operations.pick_for_follow_up import pick_for_follow_up
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_viewer
from tests.factories.follow_up import make_follow_up
from tests.factories.returns import AT, Opened, open_return, partnership_viewer, submitted_return
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


def pick(opened: Opened, by=None, note: str = "We heard worrying things.") -> int:
    return pick_for_follow_up(by or opened.officer, opened.cycle.slug, opened.invitation.pk, note=note, at=AT)


def test_an_officer_picks_any_return_and_says_why():
    opened = open_return()
    found = FollowUp.objects.get(pk=pick(opened))
    assert (found.state, found.raised_by_name) == ("open", opened.officer.name)
    assert [(cause.reason, cause.note) for cause in found.reasons.all()] == [("picked", "We heard worrying things.")]
    event = ActivityEvent.objects.get(verb="follow-up-raised")
    assert event.stream.ref == opened.partnership_stream  # the organisation is not told
    assert "worrying" not in str(event.details)


def test_not_twice_while_it_is_under_way_but_again_after_it_ended():
    opened, _ = submitted_return()
    made = pick(opened)
    with pytest.raises(Refused, match="already"):
        pick(opened)
    close_follow_up(opened.officer, made, outcome="Settled.", version=1, at=AT)
    assert pick(opened) != made


def test_a_reason_must_be_given():
    with pytest.raises(Refused) as refused:
        pick(open_return(), note="  ")
    assert set(refused.value.problems) == {"note"}


@pytest.mark.parametrize("state", [InvitationState.WITHDRAWN, InvitationState.EXEMPT])
def test_not_who_left_the_audit(state: InvitationState):
    opened = open_return()
    opened.invitation.state = state
    opened.invitation.save()
    with pytest.raises(Refused):
        pick(opened)


def test_not_before_the_audit_is_open():
    opened = open_return()
    opened.cycle.state = CycleState.DRAFT
    opened.cycle.save()
    with pytest.raises(Refused):
        pick(opened)


def test_never_ones_own_organisation():
    opened = open_return()
    Membership.objects.filter(person=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="a colleague must do this"):
        pick(opened)


def test_only_officers_of_its_partnership():
    opened = open_return()
    others = [partnership_viewer(opened, role) for role in (Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER)]
    for viewer in (*others, opened.lead, make_viewer()):
        with pytest.raises(Absent):
            pick(opened, viewer)


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_pick_it_once():
    opened = open_return()
    officers = [opened.officer, partnership_viewer(opened, Role.OFFICER)]
    ends = race([lambda viewer=viewer: pick(opened, viewer) for viewer in officers])
    assert failures(ends, Refused) == []
    assert FollowUp.objects.count() == FollowUpCause.objects.count() == 1
    assert make_follow_up(open_return()).pk
