from datetime import date

import pytest

from section11.plans.rules import LONGEST_TEXT
from section11.plans.rules.updates import DoneText, ProgressText, problems_of_done, problems_of_progress, problems_of_text

TODAY, DUE = date(2027, 1, 1), date(2027, 3, 31)


def test_a_first_date_wants_no_reason_and_a_new_one_does() -> None:
    assert problems_of_progress(ProgressText(due=DUE), today=TODAY, due_before=None) == {}
    assert set(problems_of_progress(ProgressText(due=DUE), today=TODAY, due_before=TODAY)) == {"reason"}
    assert problems_of_progress(ProgressText(due=DUE, reason="Ill"), today=TODAY, due_before=TODAY) == {}


def test_a_date_once_given_does_not_go() -> None:
    assert set(problems_of_progress(ProgressText(), today=TODAY, due_before=DUE)) == {"due"}
    assert problems_of_progress(ProgressText(), today=TODAY, due_before=None) == {}


def test_texts_have_an_end() -> None:
    long = "x" * (LONGEST_TEXT + 1)
    assert set(problems_of_progress(ProgressText(long, "pink", DUE, long), today=TODAY, due_before=TODAY)) == {"progress", "rag", "reason"}
    assert set(problems_of_done(DoneText(long, ""))) == {"what", "better_off"}
    assert problems_of_text("text", "Fine", missing="Say it") == {}


@pytest.mark.parametrize("text", [" a\r\nb\x00 ", "a\rb"])
def test_what_was_typed_is_kept_plain(text: str) -> None:
    assert DoneText(text, text).cleaned() == DoneText("a\nb", "a\nb")
    assert ProgressText(text, "", None, text).cleaned() == ProgressText("a\nb", "", None, "a\nb")
