"""Add many events to the ends of their streams' chains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction

from section11.activity.models import ActivityEvent, Stream
from section11.activity.rules import FIRST, event_hash, head_mac


@dataclass(frozen=True, slots=True)
class Happened:
    """One of many events of the same moment and actor."""

    stream_ref: str
    verb: str
    subject: str
    details: Mapping[str, object] = field(default_factory=dict)


def record_events(happened: Sequence[Happened], *, actor: str, at: datetime) -> None:
    """Record what somebody did to many things at once, in the caller's transaction; in a handful of statements.

    The streams' rows are locked last of all locks, an organisation's before a partnership's, as by those who record one event
    after the other. Otherwise as `record_event`.
    """
    refs = {event.stream_ref for event in happened}
    with transaction.atomic():
        Stream.objects.bulk_create((Stream(ref=ref, head=FIRST, head_mac="") for ref in sorted(refs)), ignore_conflicts=True)
        locked = Stream.objects.select_for_update(no_key=True).filter(ref__in=refs).order_by("ref")
        streams = {stream.ref: stream for stream in locked}
        ActivityEvent.objects.bulk_create([_next(streams[event.stream_ref], event, actor, at) for event in happened])
        for stream in streams.values():
            stream.head_mac = head_mac(key=settings.ACTIVITY_KEY, stream=stream.ref, length=stream.length, head=stream.head)
        Stream.objects.bulk_create(
            streams.values(), update_conflicts=True, unique_fields=["ref"], update_fields=["length", "head", "head_mac"]
        )


def _next(stream: Stream, event: Happened, actor: str, at: datetime) -> ActivityEvent:
    """The event at the end of its stream, whose head moves on."""
    number, previous, details = stream.length + 1, stream.head, dict(event.details)
    stream.length, stream.head = (
        number,
        event_hash(
            stream=stream.ref,
            number=number,
            at=at,
            actor=actor,
            verb=event.verb,
            subject=event.subject,
            details=details,
            previous=previous,
        ),
    )
    return ActivityEvent(
        stream=stream,
        number=number,
        at=at,
        actor=actor,
        verb=event.verb,
        subject=event.subject,
        details=details,
        previous=previous,
        hash=stream.head,
    )
