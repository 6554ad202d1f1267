import pytest

from section11.returns.rules.counting import Counted, counters_moved, is_answered, is_asked, moved_by_mark

EMPTY, RATED = Counted(False, False, False), Counted(True, False, False)
CARRIED, CONFIRMED, CLEARED = Counted(True, True, True), Counted(True, False, True), Counted(False, False, True)


@pytest.mark.parametrize("form", ["full", "light", "tiny"])
def test_these_forms_ask_everything(form: str) -> None:
    assert all(is_asked(form, one) for one in (EMPTY, RATED, CARRIED))
    assert [is_answered(form, one, is_marked=False) for one in (EMPTY, RATED, CARRIED, CONFIRMED)] == [False, True, False, True]


def test_a_review_asks_what_was_rated_before_or_is_rated_now() -> None:
    assert [is_asked("review", one) for one in (EMPTY, RATED, CARRIED, CONFIRMED, CLEARED)] == [False, True, True, True, True]
    assert is_asked("review", Counted(False, True, False))  # last time's level is none of this scale


def test_what_a_change_does() -> None:
    assert counters_moved("review", EMPTY, RATED, is_marked=False) == {"asked": 1, "answered": 1}
    assert counters_moved("review", EMPTY, RATED, is_marked=True) == {"asked": 1, "answered": 1}
    assert counters_moved("review", CARRIED, CONFIRMED, is_marked=False) == {"asked": 0, "answered": 1}
    assert counters_moved("review", CONFIRMED, CLEARED, is_marked=False) == {"asked": 0, "answered": -1}
    assert counters_moved("full", CARRIED, CONFIRMED, is_marked=True) == {"asked": 0, "answered": 0}


def test_what_a_mark_does() -> None:
    every = (EMPTY, RATED, CARRIED, CONFIRMED, CLEARED)
    assert moved_by_mark("full", every) == 3
    assert moved_by_mark("review", every) == 2
