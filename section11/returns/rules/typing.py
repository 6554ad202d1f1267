"""How typing is kept as history: one revision per person per ten minutes."""

from datetime import datetime, timedelta

TOGETHER = timedelta(minutes=10)
LONGEST_TEXT = 20_000  # characters of one text


def belongs_together(*, started_at: datetime, by: str, at: datetime, now_by: str) -> bool:
    """Whether a save belongs to a revision that the same person began less than ten minutes before."""
    return by == now_by and started_at <= at < started_at + TOGETHER


def clean(text: str) -> str:
    """A typed text with line ends as one character and no null characters or outer blanks."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
