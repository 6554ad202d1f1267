"""How long a held text is kept."""

from datetime import datetime, timedelta

HELD_FOR = timedelta(hours=24)


def oldest_shown(at: datetime) -> datetime:
    """What was held at this moment or before it is over."""
    return at - HELD_FOR
