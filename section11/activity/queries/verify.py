"""Whether the chains of events are whole."""

from dataclasses import dataclass

from django.conf import settings

from section11.activity.models import ActivityEvent, Stream
from section11.activity.rules import FIRST, event_hash, head_mac
from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer


@dataclass(frozen=True, slots=True)
class Verified:
    """One stream, how many events it was said to hold, and the first fault found in it (empty: whole)."""

    stream: str
    length: int
    fault: str


def verify_streams(viewer: Viewer, only: str = "") -> list[Verified]:
    """Recalculate every chain, or one: whoever looks after the installation.

    An event that was edited, deleted, reordered or put in breaks the chain at its number; a tail that was cut off, and
    a head that was written anew without the key, show by the seal of the head.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    streams = Stream.objects.filter(ref=only) if only else Stream.objects.all()
    return [Verified(stream.ref, stream.length, _fault(stream)) for stream in streams.order_by("ref")]


def _fault(stream: Stream) -> str:
    if head_mac(key=settings.ACTIVITY_KEY, stream=stream.ref, length=stream.length, head=stream.head) != stream.head_mac:
        return "the seal of its head is not ours: its length or its last event was changed, or the key is another"
    previous, number = FIRST, 0
    for event in ActivityEvent.objects.filter(stream=stream, number__lte=stream.length).order_by("number").iterator(chunk_size=2000):
        number += 1
        if event.number != number:
            return f"event {number} is missing"
        if event.previous != previous:
            return f"event {number} does not follow event {number - 1}: one of them was changed, moved or put in"
        if event.hash != _hash(stream, event):
            return f"event {number} was changed"
        previous = event.hash
    if number != stream.length or previous != stream.head:
        return f"the last events are missing: {number} of {stream.length} are there"
    written_since = Stream.objects.values_list("length", flat=True).get(pk=stream.pk) - stream.length
    if ActivityEvent.objects.filter(stream=stream, number__gt=stream.length).count() > written_since:
        return f"there are events after event {stream.length}, the last that was sealed"
    return ""


def _hash(stream: Stream, event: ActivityEvent) -> str:
    return event_hash(
        stream=stream.ref,
        number=event.number,
        at=event.at,
        actor=event.actor,
        verb=event.verb,
        subject=event.subject,
        details=event.details,
        previous=event.previous,
    )
