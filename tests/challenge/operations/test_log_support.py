import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import SupportConversation
from section11.challenge.operations.log_support import log_support
from section11.challenge.vocabulary import SupportState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.clock import london_date
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.directory import make_viewer
from tests.factories.follow_up import DAY, make_support, weak_return
from tests.factories.returns import AT, Opened, partnership_viewer

pytestmark = pytest.mark.django_db


def log(opened: Opened, by=None, *, said: str = "Training comes first.", version: int = 2) -> None:
    log_support(by or opened.officer, opened.cycle.slug, opened.invitation.pk, said=said, version=version, at=AT)


@pytest.fixture
def opened() -> Opened:
    found, _ = weak_return("1.1")
    make_support(found, SupportState.AGREED)
    return found


def test_keeps_what_was_said_and_a_later_correction(opened: Opened):
    log(opened)
    log(opened, said="Training comes first, by June.", version=3)
    row = SupportConversation.objects.get()
    assert (row.state, row.said, row.version) == ("logged", "Training comes first, by June.", 4)
    events = ActivityEvent.objects.filter(verb="support-logged")
    assert {event.stream.ref for event in events} == {opened.organisation_stream, opened.partnership_stream}
    assert "Training" not in str([event.details for event in events])


def test_one_agreed_for_a_later_day_was_held_when_it_is_logged(opened: Opened):
    assert SupportConversation.objects.get().agreed_for == DAY > london_date(AT)
    log(opened)
    assert SupportConversation.objects.get().agreed_for == london_date(AT)


@pytest.mark.parametrize("state", [SupportState.NEEDED, SupportState.CLOSED])
def test_not_before_it_is_agreed_or_after_it_is_closed(opened: Opened, state: SupportState):
    SupportConversation.objects.update(state=state)
    with pytest.raises(Refused):
        log(opened)


def test_words_are_needed(opened: Opened):
    with pytest.raises(Refused) as refused:
        log(opened, said=" ")
    assert set(refused.value.problems) == {"said"}


def test_who_was_slower_is_shown_both(opened: Opened):
    log(opened)
    with pytest.raises(Conflict) as conflict:
        log(opened, said="Something else.")
    assert (conflict.value.mine, conflict.value.theirs) == ({"said": "Something else."}, {"said": "Training comes first."})


def test_never_with_ones_own_organisation_and_officers_only(opened: Opened):
    for viewer in (partnership_viewer(opened, Role.REVIEWER), make_viewer(), opened.lead):
        with pytest.raises(Absent):
            log(opened, viewer)
    Membership.objects.filter(person=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="a colleague must do this"):
        log(opened)
