from datetime import date

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import SupportConversation
from section11.challenge.operations.agree_support import agree_support
from section11.challenge.vocabulary import SupportState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.directory import make_viewer
from tests.factories.follow_up import DAY, make_support, weak_return
from tests.factories.returns import AT, Opened, partnership_viewer, submitted_return
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


def agree(opened: Opened, by=None, *, on: date | None = DAY, whom: str = "Olive and Ann", version: int = 1) -> None:
    agree_support(by or opened.officer, opened.cycle.slug, opened.invitation.pk, agreed_for=on, with_whom=whom, version=version, at=AT)


@pytest.fixture
def opened() -> Opened:
    found, _ = weak_return("1.1")
    make_support(found)
    return found


def test_an_officer_agrees_a_day_and_with_whom_and_the_organisation_is_told(opened: Opened):
    agree(opened)
    row = SupportConversation.objects.get()
    assert (row.state, row.agreed_for, row.with_whom, row.version, row.changed_by_name) == (
        "agreed",
        DAY,
        "Olive and Ann",
        2,
        opened.officer.name,
    )
    events = ActivityEvent.objects.filter(verb="support-agreed")
    assert {event.stream.ref for event in events} == {opened.organisation_stream, opened.partnership_stream}
    assert events[0].details == {"support": row.ref, "for": "2026-11-02"}


def test_another_day_can_be_agreed_and_another_conversation_after_one_that_was_held(opened: Opened):
    agree(opened)
    agree(opened, on=date(2026, 11, 9), version=2)
    SupportConversation.objects.update(state=SupportState.LOGGED)
    agree(opened, on=date(2026, 12, 1), version=3)
    assert SupportConversation.objects.get().agreed_for == date(2026, 12, 1)


def test_not_when_it_is_closed(opened: Opened):
    SupportConversation.objects.update(state=SupportState.CLOSED)
    with pytest.raises(Refused):
        agree(opened)


def test_everything_wrong_is_told_at_once(opened: Opened):
    with pytest.raises(Refused) as refused:
        agree(opened, on=None, whom=" ")
    assert set(refused.value.problems) == {"agreed_for", "with_whom"}


def test_never_with_ones_own_organisation(opened: Opened):
    Membership.objects.filter(person=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="a colleague must do this"):
        agree(opened)


def test_only_officers_and_only_where_support_is_needed(opened: Opened):
    for viewer in (partnership_viewer(opened, Role.REVIEWER), partnership_viewer(opened, Role.SCRUTINEER), make_viewer(), opened.lead):
        with pytest.raises(Absent):
            agree(opened, viewer)
    met, _ = submitted_return(cycle=opened.cycle)
    with pytest.raises(Absent):
        agree(met)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_kept_and_the_other_shown_back(opened: Opened):
    officers = [opened.officer, partnership_viewer(opened, Role.OFFICER)]
    ends = race([lambda v=v: agree(opened, v, whom=f"With {v.name}") for v in officers])
    assert failures(ends, Conflict) == []
    [lost] = [end for end in ends if isinstance(end, Conflict)]
    assert lost.theirs["with_whom"] == SupportConversation.objects.get().with_whom != lost.mine["with_whom"]
