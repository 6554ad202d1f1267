import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import SupportConversation
from section11.challenge.operations.note_support_needed import note_support_needed
from section11.lib.errors import Absent
from tests.factories.follow_up import product, weak_return
from tests.factories.returns import AT, open_return, submitted_return
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


def test_every_return_that_does_not_fully_meet_gets_one_once():
    opened, _ = weak_return("2.2")  # 3 of 4, a band that asks for no follow-up
    missed, _ = weak_return("1.1", cycle=opened.cycle)
    submitted_return(cycle=opened.cycle)
    open_return(cycle=opened.cycle)
    assert note_support_needed(product(opened.cycle), opened.cycle.pk, at=AT) == 2
    assert note_support_needed(product(opened.cycle), opened.cycle.pk, at=AT) == 0
    assert list(SupportConversation.objects.values_list("invitation", "state", "needed_at")) == [
        (opened.invitation.pk, "needed", AT),
        (missed.invitation.pk, "needed", AT),
    ]
    events = ActivityEvent.objects.filter(verb="support-needed")
    assert {event.stream.ref for event in events} == {opened.partnership_stream}


def test_only_the_product_itself_does_and_in_its_partnership_only():
    opened, _ = weak_return("1.1")
    other, _ = submitted_return()
    for viewer, cycle in ((opened.officer, opened.cycle), (product(other.cycle), opened.cycle)):
        with pytest.raises(Absent):
            note_support_needed(viewer, cycle.pk, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_at_once_note_it_once():
    opened, _ = weak_return("1.1")
    ends = race([lambda: note_support_needed(product(opened.cycle), opened.cycle.pk, at=AT) for _ in range(3)])
    assert failures(ends) == []
    assert sum(ends) == SupportConversation.objects.count() == ActivityEvent.objects.filter(verb="support-needed").count() == 1
