import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import SupportConversation
from section11.challenge.operations.close_support import close_support
from section11.challenge.vocabulary import SupportState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.directory import make_viewer
from tests.factories.follow_up import make_support, weak_return
from tests.factories.returns import AT, Opened, partnership_viewer

pytestmark = pytest.mark.django_db


def close(opened: Opened, by=None, *, outcome: str = "They have a plan.", version: int = 1) -> None:
    close_support(by or opened.officer, opened.cycle.slug, opened.invitation.pk, outcome=outcome, version=version, at=AT)


@pytest.fixture
def opened() -> Opened:
    found, _ = weak_return("1.1")
    make_support(found)
    return found


@pytest.mark.parametrize("state", [SupportState.NEEDED, SupportState.AGREED, SupportState.LOGGED])
def test_closes_it_with_its_outcome(opened: Opened, state: SupportState):
    SupportConversation.objects.update(state=state)
    close(opened)
    row = SupportConversation.objects.get()
    assert (row.state, row.outcome, row.version) == ("closed", "They have a plan.", 2)
    events = ActivityEvent.objects.filter(verb="support-closed")
    assert {event.stream.ref for event in events} == {opened.organisation_stream, opened.partnership_stream}
    assert "plan" not in str([event.details for event in events])


def test_once_only(opened: Opened):
    close(opened)
    with pytest.raises(Refused):
        close(opened, version=2)


def test_an_outcome_is_needed(opened: Opened):
    with pytest.raises(Refused) as refused:
        close(opened, outcome="")
    assert set(refused.value.problems) == {"outcome"}


def test_who_saw_an_older_one_is_shown_both(opened: Opened):
    SupportConversation.objects.update(version=5)
    with pytest.raises(Conflict):
        close(opened)


def test_never_with_ones_own_organisation_and_officers_only(opened: Opened):
    for viewer in (partnership_viewer(opened, Role.REVIEWER), make_viewer(), opened.lead):
        with pytest.raises(Absent):
            close(opened, viewer)
    Membership.objects.filter(person=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="a colleague must do this"):
        close(opened)
