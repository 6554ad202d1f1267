from datetime import UTC, datetime, timedelta

from section11.returns.rules.typing import TOGETHER, belongs_together

START = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


def together(after: timedelta, *, by: str = "person:a", now_by: str = "person:a") -> bool:
    return belongs_together(started_at=START, by=by, at=START + after, now_by=now_by)


def test_one_persons_typing_of_ten_minutes_is_one_revision() -> None:
    assert together(timedelta(0))
    assert together(TOGETHER - timedelta(microseconds=1))
    assert not together(TOGETHER)
    assert not together(timedelta(microseconds=-1))  # a clock that was put back


def test_two_peoples_typing_is_never_one_revision() -> None:
    assert not together(timedelta(0), now_by="person:b")
