from datetime import timedelta

import pytest

from section11.returns.operations.start_amendment import start_amendment
from section11.returns.queries.head import return_head
from section11.returns.queries.previous import previous_answers
from tests.factories.cycles import make_cycle
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    make_answering_edition,
    open_return,
    rate,
    sign_and_submit,
    submitted_return,
)

pytestmark = pytest.mark.django_db
KEYS = ("named-senior-lead", "plans-name-safeguarding", "induction", "training-impact")
LATER = AT + timedelta(days=1)


def next_year(before: Opened, tool: str = "") -> Opened:
    edition = make_answering_edition(tool=tool) if tool else before.cycle.edition
    cycle = make_cycle(before.cycle.partnership, edition=edition)
    return open_return(cycle=cycle, participation=before.participation, unit=before.unit)


def before(opened: Opened, keys: tuple[str, ...] = KEYS) -> dict[str, tuple[str, str]]:
    found = previous_answers(return_head(opened.lead, opened.return_id), keys)
    return {key: (told.level_label, told.comment) for key, told in found.items()}


def test_the_first_return_has_nothing_before_it() -> None:
    assert before(open_return()) == {}


def test_last_times_answers_are_by_key_from_its_last_submission() -> None:
    last, _ = submitted_return()
    start_amendment(last.lead, last.return_id, "A slip", at=LATER)
    rate(last, "1.1", "partial", comment="Amended", no_action_reason="None", at=LATER)
    sign_and_submit(last, at=LATER)
    start_amendment(last.lead, last.return_id, "Another", at=LATER)
    rate(last, "1.1", "unmet", comment="Drafted only", at=LATER)
    this = next_year(last, "next-tool")
    assert before(this, KEYS[:2]) == {"named-senior-lead": ("Partially met", "Amended"), "plans-name-safeguarding": ("Met", "")}


def test_a_draft_that_was_never_submitted_says_nothing() -> None:
    last = open_return()
    answer_everything(last)
    assert before(next_year(last)) == {}
