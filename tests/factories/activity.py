"""Activity events as operations would have recorded them."""

from datetime import UTC, datetime
from typing import Any

from section11.activity.models import ActivityEvent
from section11.activity.operations.record_event import record_event

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def make_event(stream: str = "partnership:1", *, verb: str = "tested", at: datetime = LONG_AGO, **fields: Any) -> ActivityEvent:
    """One event at the end of that stream."""
    given = {"actor": "person:someone", "subject": "thing:1", "details": {}, **fields}
    return record_event(stream, verb=verb, at=at, **given)
