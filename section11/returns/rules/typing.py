"""How typing is kept as history: one revision per person per ten minutes."""

from datetime import datetime, timedelta

from section11.lib.errors import Refused
from section11.lib.words import clean_text

TOGETHER = timedelta(minutes=10)
LONGEST_TEXT = 20_000  # characters of one text
LONGEST_REASON = 5_000


def belongs_together(*, started_at: datetime, by: str, at: datetime, now_by: str) -> bool:
    """Whether a save belongs to a revision that the same person began less than ten minutes before."""
    return by == now_by and started_at <= at < started_at + TOGETHER


def reason_given(typed: str, if_none: str) -> str:
    """A reason as it is kept; refused under `reason` when there is none (`if_none` says what to do) or it is too long."""
    reason = clean_text(typed)
    if not reason:
        raise Refused({"reason": if_none})
    if len(reason) > LONGEST_REASON:
        raise Refused({"reason": f"Shorten this to {LONGEST_REASON:,} characters or fewer"})
    return reason
