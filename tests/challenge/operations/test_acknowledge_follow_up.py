import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import FollowUp
from section11.challenge.operations.acknowledge_follow_up import acknowledge_follow_up
from section11.challenge.vocabulary import FollowUpState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_viewer
from tests.factories.follow_up import make_follow_up, make_strategic_lead
from tests.factories.returns import AT, open_return, partnership_viewer
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


def test_the_strategic_lead_says_that_they_have_it():
    opened = open_return()
    found, lead = make_follow_up(opened), make_strategic_lead(opened)
    acknowledge_follow_up(lead, found.pk, at=AT)
    found.refresh_from_db()
    assert (found.state, found.acknowledged_at, found.acknowledged_by, found.acknowledged_by_name, found.version) == (
        "acknowledged",
        AT,
        lead.person_ref,
        lead.name,
        2,
    )
    event = ActivityEvent.objects.get(verb="follow-up-acknowledged")
    assert (event.stream.ref, event.details) == (opened.partnership_stream, {"follow_up": found.ref})


def test_an_officer_only_where_nobody_is_named():
    opened = open_return()
    found = make_follow_up(opened)
    lead = make_strategic_lead(opened)
    with pytest.raises(Refused, match=lead.name):
        acknowledge_follow_up(opened.officer, found.pk, at=AT)
    Membership.objects.filter(person=lead.person_id).update(ended_at=AT)  # the lead left
    acknowledge_follow_up(opened.officer, found.pk, at=AT)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER])
def test_nobody_else(role: Role):
    opened = open_return()
    found = make_follow_up(opened)
    with pytest.raises(Refused):
        acknowledge_follow_up(partnership_viewer(opened, role), found.pk, at=AT)


@pytest.mark.parametrize("state", [FollowUpState.ACKNOWLEDGED, FollowUpState.CLOSED])
def test_only_once(state: FollowUpState):
    opened = open_return()
    found = make_follow_up(opened)
    FollowUp.objects.update(state=state)
    with pytest.raises(Refused):
        acknowledge_follow_up(opened.officer, found.pk, at=AT)


def test_never_of_ones_own_organisation():
    opened = open_return()
    found, lead = make_follow_up(opened), make_strategic_lead(opened, Role.REVIEWER)
    Membership.objects.filter(person=lead.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="a colleague must do this"):
        acknowledge_follow_up(lead, found.pk, at=AT)


def test_another_partnerships_is_absent():
    found = make_follow_up(open_return())
    for viewer in (make_viewer(), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            acknowledge_follow_up(viewer, found.pk, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_one_has_it():
    opened = open_return()
    found = make_follow_up(opened)
    officers = [opened.officer, partnership_viewer(opened, Role.OFFICER)]
    ends = race([lambda viewer=viewer: acknowledge_follow_up(viewer, found.pk, at=AT) for viewer in officers])
    assert failures(ends, Refused) == []
    assert sum(isinstance(end, Refused) for end in ends) == 1
    assert ActivityEvent.objects.filter(verb="follow-up-acknowledged").count() == 1
