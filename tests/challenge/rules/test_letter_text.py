"""The draft of a letter. Nothing that somebody typed is read as markup."""

from dataclasses import replace
from datetime import date

import pytest

from section11.challenge.rules.letter_body import body_problem, letter_hash
from section11.challenge.rules.letter_text import Differs, LetterFacts, StillOpen, letter_text, plain, plain_lines, share_words
from section11.challenge.vocabulary import SlotOutcome
from section11.reports.content.letter_content import letter_blocks
from section11.web.components.prose import prose

FACTS = LetterFacts(
    who="Oak Surgery",
    partnership="Riverside Partnership",
    contact="business.unit@example.org",
    cycle="Section 11 audit 2027",
    submission_number=2,
    submitted_on=date(2026, 10, 5),
    met=20,
    rated=26,
    band="Partly met",
)
HOSTILE = (
    *("# Heading", "1. one", "12) twelve", "- point", "+ more", "= equals", "> said", "~~~", "a | b"),
    *("<script>alert(1)</script>", "*a* _b_ `c` [d](https://e.example) ![x](y)"),
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_is_shown_as_it_is(text: str) -> None:
    [block] = letter_blocks(plain(text))
    assert block["kind"] == "paragraph"
    assert "".join(run["text"] for run in block["runs"]) == text
    assert {(run["strong"], run["emph"], run["href"]) for run in block["runs"]} == {(False, False, "")}
    assert "<script" not in prose(plain(text))
    assert "<a " not in prose(plain(text))


def test_it_names_the_submission_and_the_figures() -> None:
    text = letter_text(FACTS)
    assert text.startswith("Dear colleagues at Oak Surgery\n\nThank you for your return to Section 11 audit 2027. ")
    assert "your submission 2 of 5 October 2026" in text
    assert "20 of 26 statements (77%) that apply to you and were answered are met. That is our band “Partly met”." in text
    assert text.endswith("Riverside Partnership\n")


def test_what_is_not_known_is_not_said() -> None:
    text = letter_text(replace(FACTS, rated=0, met=0, band=""))
    for heading in ("What was strong", "Levels we agreed", "Still open", "What we recommend", "Support", "What we found"):
        assert heading not in text
    assert "## What happens next" in text


@pytest.mark.parametrize("outcome", list(SlotOutcome)[1:])
def test_each_outcome_of_a_panel_has_its_words(outcome: SlotOutcome) -> None:
    text = letter_text(replace(FACTS, outcome=outcome, panel_on=date(2026, 11, 12), outcome_note="First.\n\nSecond."))
    assert "## What the panel found" in text
    assert "First.\n\nSecond." in text
    assert ("nobody came" in text) is (outcome is SlotOutcome.DID_NOT_ATTEND)
    assert ("for meeting our panel on 12 November 2026" in text) is (outcome is not SlotOutcome.DID_NOT_ATTEND)
    assert ("what is still needed" in text) is (outcome is SlotOutcome.MORE_NEEDED)


def test_the_rest_is_there_when_it_is_known() -> None:
    text = letter_text(
        replace(
            FACTS,
            strong=["1. Leadership"],
            differs=[Differs("1.1", "A senior person leads.", "Met", "Partially met")],
            still_open=[
                StillOpen(3, "standard 2", "Request for evidence", date(2027, 1, 31)),
                StillOpen(4, "statement 1.1", "Question", None),
            ],
            recommendations=["Train everybody"],
            support_on=date(2027, 2, 1),
            support_with="Business manager",
        )
    )
    for words in (
        "- 1\\. Leadership",
        "- 1.1 A senior person leads. You gave: Met. Agreed: Partially met.",
        "- Challenge 3 on standard 2: request for evidence, by 31 January 2027",
        "Please answer challenge 3 and challenge 4.",
        "1. Train everybody",
        "We agreed to talk on 1 February 2027 with Business manager",
    ):
        assert words in text
    assert "Good" in letter_text(replace(FACTS, strong=["1. Leadership"], graded=[("2. Training", "Good")]))


def test_nobody_is_asked_again_for_what_they_answered() -> None:
    answered = StillOpen(1, "statement 8.2", "Question", date(2027, 1, 31), is_answered=True)
    text = letter_text(replace(FACTS, still_open=[answered]))
    assert "## Still open\n\nWe have your answer and will come back to you:\n\n- Challenge 1 on statement 8.2: question\n" in text
    assert "Please answer" not in text
    both = letter_text(replace(FACTS, still_open=[answered, StillOpen(2, "standard 2", "Question", None)]))
    assert "Please answer on the page of your return:\n\n- Challenge 2 on standard 2: question\n\nWe have your answer" in both
    assert "Please answer challenge 2." in both


def test_shares_round_half_up() -> None:
    assert [share_words(1, 2), share_words(1, 8), share_words(0, 0), share_words(2, 3)] == [
        "1 of 2 statements (50%)",
        "1 of 8 statements (13%)",
        "0 of 0 statements (0%)",
        "2 of 3 statements (67%)",
    ]


def test_lines_stay_paragraphs() -> None:
    assert plain_lines("One\n\n\n- two \n") == "One\n\n\\- two"


def test_the_mark_is_of_exactly_this_letter() -> None:
    told = {"invitation": "invitation:1", "number": 1, "submission_number": 1, "body": "Dear all"}
    marks = {
        letter_hash(**told),
        *(letter_hash(**{**told, **other}) for other in ({"number": 2}, {"submission_number": 2}, {"body": "Dear"})),
    }
    assert len(marks) == 4
    assert body_problem("Dear all") == ""
