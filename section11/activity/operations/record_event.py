"""Add one event to the end of a stream's chain."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction

from section11.activity.models import ActivityEvent, Stream
from section11.activity.rules import FIRST, event_hash, head_mac


def record_event(
    stream_ref: str, *, verb: str, actor: str, subject: str, at: datetime, details: Mapping[str, object] | None = None
) -> ActivityEvent:
    """Record who (`actor`) did what (`verb`) to what (`subject`), in the caller's transaction.

    The stream's row is locked last of all locks (answer, return counters, stream head). `details` holds references and
    changed values, never text that somebody typed.
    """
    told = dict(details or {})
    with transaction.atomic():
        stream = Stream.objects.select_for_update(no_key=True).filter(ref=stream_ref).first()
        if stream is None:
            Stream.objects.get_or_create(ref=stream_ref, defaults={"head": FIRST, "head_mac": ""})
            stream = Stream.objects.select_for_update(no_key=True).get(ref=stream_ref)
        number = stream.length + 1
        made = event_hash(
            stream=stream_ref, number=number, at=at, actor=actor, verb=verb, subject=subject, details=told, previous=stream.head
        )
        event = ActivityEvent.objects.create(
            stream=stream,
            number=number,
            at=at,
            actor=actor,
            verb=verb,
            subject=subject,
            details=told,
            previous=stream.head,
            hash=made,
        )
        stream.length, stream.head = number, made
        stream.head_mac = head_mac(key=settings.ACTIVITY_KEY, stream=stream_ref, length=number, head=made)
        stream.save(update_fields=["length", "head", "head_mac"])
    return event
