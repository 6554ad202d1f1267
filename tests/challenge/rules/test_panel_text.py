"""What may be typed about a panel."""

from datetime import date

import pytest

from section11.challenge.rules.panel_text import OUTCOMES, PanelText, enquiry_problem, outcome_problems, panel_problems, too_early

DAY = date(2026, 10, 5)


def test_everything_wrong_with_a_panel_is_said_at_once() -> None:
    assert panel_problems(PanelText("Panel", DAY, "", frozenset({1})), {1, 2}) == {}
    assert set(panel_problems(PanelText("", None, "x" * 301, frozenset({3})), {1, 2})) == {"title", "held_on", "where", "members"}
    assert set(panel_problems(PanelText("x" * 201, DAY), {1})) == {"title"}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_only_more_is_needed_wants_a_note(outcome: str) -> None:
    assert set(outcome_problems(outcome, "")) == ({"note"} if outcome == "more-needed" else set())
    assert outcome_problems(outcome, "A note") == {}


def test_no_outcome_and_too_long_notes_are_refused() -> None:
    assert set(outcome_problems("", "x" * 5001)) == {"outcome", "note"}
    assert enquiry_problem("x" * 5001)
    assert not enquiry_problem(None)


def test_outcomes_wait_for_the_day() -> None:
    assert "5 October 2026" in too_early(DAY, date(2026, 10, 4))
    assert too_early(DAY, DAY) == too_early(DAY, date(2026, 10, 6)) == ""
