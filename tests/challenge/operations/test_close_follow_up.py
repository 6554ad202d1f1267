import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import FollowUp
from section11.challenge.operations.acknowledge_follow_up import acknowledge_follow_up
from section11.challenge.operations.close_follow_up import close_follow_up
from section11.challenge.vocabulary import FollowUpState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.directory import make_viewer
from tests.factories.follow_up import make_follow_up, make_strategic_lead
from tests.factories.returns import AT, open_return, partnership_viewer
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


def test_the_strategic_lead_or_an_officer_closes_it_with_its_outcome():
    for by_lead in (True, False):
        opened = open_return()
        found, lead = make_follow_up(opened), make_strategic_lead(opened)
        acknowledge_follow_up(lead, found.pk, at=AT)
        viewer = lead if by_lead else opened.officer
        close_follow_up(viewer, found.pk, outcome="They came to us.", version=2, at=AT)
        found.refresh_from_db()
        assert (found.state, found.outcome, found.closed_at, found.closed_by_name) == ("closed", "They came to us.", AT, viewer.name)
    assert "They came" not in str(ActivityEvent.objects.filter(verb="follow-up-closed").values_list("details"))


def test_one_that_nobody_had_taken_can_be_closed_too():
    opened = open_return()
    close_follow_up(opened.officer, make_follow_up(opened).pk, outcome="It came.", version=1, at=AT)
    assert FollowUp.objects.get().state == FollowUpState.CLOSED


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER])
def test_nobody_else(role: Role):
    opened = open_return()
    found = make_follow_up(opened)
    with pytest.raises(Refused):
        close_follow_up(partnership_viewer(opened, role), found.pk, outcome="Over.", version=1, at=AT)


def test_an_outcome_must_be_given():
    opened = open_return()
    with pytest.raises(Refused) as refused:
        close_follow_up(opened.officer, make_follow_up(opened).pk, outcome=" ", version=1, at=AT)
    assert set(refused.value.problems) == {"outcome"}


def test_never_of_ones_own_organisation():
    opened = open_return()
    found = make_follow_up(opened)
    Membership.objects.filter(person=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="a colleague must do this"):
        close_follow_up(opened.officer, found.pk, outcome="Over.", version=1, at=AT)


def test_who_was_slower_is_shown_both():
    opened = open_return()
    found = make_follow_up(opened)
    close_follow_up(opened.officer, found.pk, outcome="First.", version=1, at=AT)
    with pytest.raises(Conflict) as conflict:
        close_follow_up(opened.officer, found.pk, outcome="Second.", version=1, at=AT)
    assert (conflict.value.mine, conflict.value.theirs) == ({"outcome": "Second."}, {"outcome": "First."})
    assert conflict.value.by == opened.officer.name
    with pytest.raises(Conflict):
        close_follow_up(opened.officer, found.pk, outcome="Second.", version=2, at=AT)  # closed is closed


def test_another_partnerships_is_absent():
    found = make_follow_up(open_return())
    for viewer in (make_viewer(), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            close_follow_up(viewer, found.pk, outcome="Over.", version=1, at=AT)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_outcome_is_kept_and_the_other_shown_back():
    opened = open_return()
    found = make_follow_up(opened)
    officers = [opened.officer, partnership_viewer(opened, Role.OFFICER)]
    ends = race([lambda v=v: close_follow_up(v, found.pk, outcome=f"By {v.name}.", version=1, at=AT) for v in officers])
    assert failures(ends, Conflict) == []
    [lost] = [end for end in ends if isinstance(end, Conflict)]
    found.refresh_from_db()
    assert lost.theirs["outcome"] == found.outcome != lost.mine["outcome"]
