import threading
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection

from section11.activity.models import ActivityEvent, Stream
from section11.activity.models.append_only import NeverChanged
from section11.activity.operations.record_event import record_event
from section11.activity.rules import FIRST, event_hash, head_mac
from tests.factories.activity import make_event


@pytest.mark.django_db
def test_events_of_a_stream_are_numbered_and_chained(at: datetime) -> None:
    first = make_event("partnership:1", at=at)
    second = make_event("partnership:1", at=at + timedelta(minutes=1))
    assert (first.number, first.previous) == (1, FIRST)
    assert (second.number, second.previous) == (2, first.hash)


@pytest.mark.django_db
def test_each_stream_has_a_chain_of_its_own(at: datetime) -> None:
    make_event("partnership:1", at=at)
    other = make_event("organisation:1", at=at)
    assert (other.number, other.previous) == (1, FIRST)


@pytest.mark.django_db
def test_the_hash_can_be_worked_out_again_from_the_row(at: datetime) -> None:
    record_event("partnership:1", verb="opened", actor="person:a", subject="cycle:3", at=at, details={"to": "open"})
    event = ActivityEvent.objects.select_related("stream").get()
    assert event.hash == event_hash(
        stream=event.stream.ref,
        number=event.number,
        at=event.at,
        actor=event.actor,
        verb=event.verb,
        subject=event.subject,
        details=event.details,
        previous=event.previous,
    )


@pytest.mark.django_db
def test_the_head_is_sealed_so_that_a_cut_off_tail_shows(at: datetime) -> None:
    make_event(at=at)
    last = make_event(at=at)
    stream = Stream.objects.get()
    sealed = head_mac(key=settings.ACTIVITY_KEY, stream=stream.ref, length=2, head=last.hash)
    assert (stream.length, stream.head, stream.head_mac) == (2, last.hash, sealed)
    assert stream.head_mac != head_mac(key=settings.ACTIVITY_KEY, stream=stream.ref, length=1, head=last.previous)


@pytest.mark.django_db
def test_an_event_never_changes(at: datetime) -> None:
    event = make_event(at=at)
    for change in (event.save, event.delete, ActivityEvent.objects.all().delete, lambda: ActivityEvent.objects.update(verb="other")):
        with pytest.raises(NeverChanged):
            change()


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_chain(at: datetime) -> None:
    """Also where the stream is not there yet: the first two both want to make it."""

    def record() -> None:
        make_event("partnership:1", at=at)
        connection.close()

    threads = [threading.Thread(target=record) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    events = list(ActivityEvent.objects.order_by("number"))
    assert [event.number for event in events] == [1, 2, 3, 4, 5, 6]
    assert [event.previous for event in events] == [FIRST, *(event.hash for event in events[:-1])]
