from datetime import UTC, date, datetime, timedelta

import pytest

from section11.plans.rules.waiting import is_overdue, is_red, standing_words, waits_for_support

DAY = date(2027, 3, 31)
AT = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "due", "today", "overdue"),
    [
        ("open", DAY, DAY, False),  # the end of that day counts
        ("open", DAY, DAY + timedelta(days=1), True),
        ("open", None, DAY, False),
        ("done", DAY, DAY + timedelta(days=1), False),
    ],
)
def test_overdue_begins_after_the_day(state: str, due: date | None, today: date, overdue: bool) -> None:
    assert is_overdue(state, due, today) is overdue


def test_only_an_open_one_is_red() -> None:
    assert [is_red(state, "red") for state in ("open", "done", "confirmed", "dropped")] == [True, False, False, False]
    assert not is_red("open", "amber")


@pytest.mark.parametrize(
    ("wants", "asked", "replied", "waits"),
    [
        (False, None, None, False),
        (True, None, None, True),
        (True, None, AT, False),
        (False, AT, None, True),
        (False, AT, AT + timedelta(hours=1), False),
        (False, AT + timedelta(hours=2), AT + timedelta(hours=1), True),
    ],
)
def test_an_answer_is_waited_for(wants: bool, asked: datetime | None, replied: datetime | None, waits: bool) -> None:
    assert waits_for_support("open", wants, asked, replied) is waits
    assert not waits_for_support("done", wants, asked, replied)


def test_how_it_stands_by_now() -> None:
    assert standing_words("open", "", DAY, due_before=DAY) == "Open"
    assert standing_words("open", "amber", DAY, due_before=date(2027, 1, 1)) == "Amber: at risk, now due 31 March 2027"
    assert standing_words("done", "red", DAY, due_before=None) == "Done, to be confirmed"
