"""Who did what, when, in one stream, a page at a time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from section11.activity.models import ActivityEvent
from section11.lib.dates import end_of_day, start_of_day
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted. Empty parts ask for nothing."""

    verbs: Collection[str] = ()
    actor: str = ""
    subject: str = ""
    since: date | None = None  # from the start of this day in London
    until: date | None = None  # to the end of this day there


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as it stands in its chain."""

    number: int
    at: datetime
    actor: str
    verb: str
    subject: str
    details: Mapping[str, object]


def events_of_place(viewer: Viewer, wanted: EventFilter, *, page: str | int) -> Page[EventRow]:
    """The events of the partnership or the organisation in which the viewer stands, the newest first.

    What is drafted lies in the organisation's own stream, and no partnership sees it.
    """
    if viewer.partnership_id is not None:
        stream = ref("partnership", viewer.partnership_id)
    elif viewer.organisation_id is not None:
        stream = ref("organisation", viewer.organisation_id)
    else:
        raise Absent
    found = ActivityEvent.objects.filter(stream__ref=stream)
    if wanted.verbs:
        found = found.filter(verb__in=wanted.verbs)
    if wanted.actor:
        found = found.filter(actor=wanted.actor)
    if wanted.subject:
        found = found.filter(subject=wanted.subject)
    if wanted.since:
        found = found.filter(at__gte=start_of_day(wanted.since))
    if wanted.until:
        found = found.filter(at__lte=end_of_day(wanted.until))
    total = found.count()
    number = page_number(page, total)
    rows = found.order_by(F("number").desc()).values_list("number", "at", "actor", "verb", "subject", "details")
    return Page([EventRow(*row) for row in rows[window(number)]], number, total)
