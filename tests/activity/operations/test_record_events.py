from datetime import datetime

import pytest
from django.conf import settings

from section11.activity.models import ActivityEvent, Stream
from section11.activity.operations.record_event import record_event
from section11.activity.operations.record_events import Happened, record_events
from section11.activity.rules import FIRST, event_hash, head_mac

pytestmark = pytest.mark.django_db


def test_many_at_once_make_the_same_chain_as_one_by_one(at: datetime) -> None:
    told = [("a", "made", "thing:1", {"n": 1}), ("b", "made", "thing:2", {}), ("a", "mended", "thing:1", {"n": 2})]
    record_event("partnership:1", verb="opened", actor="person:x", subject="partnership:1", at=at)
    for stream, verb, subject, details in told:
        record_event(f"one:{stream}", verb=verb, actor="person:x", subject=subject, at=at, details=details)
    record_events([Happened(f"one:{stream}", verb, subject, details) for stream, verb, subject, details in told], actor="person:x", at=at)
    events = list(ActivityEvent.objects.filter(stream__ref="one:a"))
    assert [(event.number, event.verb) for event in events] == [(1, "made"), (2, "mended"), (3, "made"), (4, "mended")]
    previous = FIRST
    for event in events:
        assert event.previous == previous
        previous = event_hash(
            stream="one:a",
            number=event.number,
            at=at,
            actor="person:x",
            verb=event.verb,
            subject=event.subject,
            details=event.details,
            previous=previous,
        )
        assert event.hash == previous
    chain = Stream.objects.get(ref="one:a")
    assert (chain.length, chain.head) == (4, previous)
    assert chain.head_mac == head_mac(key=settings.ACTIVITY_KEY, stream="one:a", length=4, head=previous)
    assert Stream.objects.get(ref="partnership:1").length == 1


def test_none_is_none(at: datetime) -> None:
    record_events([], actor="person:x", at=at)
    assert not ActivityEvent.objects.exists()
