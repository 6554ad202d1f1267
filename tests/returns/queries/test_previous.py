from datetime import timedelta

import pytest

from section11.returns.operations.start_amendment import start_amendment
from section11.returns.queries.head import return_head
from section11.returns.queries.previous import previous_answers
from section11.standards.models import Statement
from tests.factories.joined import map_editions
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    make_answering_edition,
    next_return,
    open_return,
    rate,
    sign_and_submit,
    submitted_return,
)
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
KEYS = ("named-senior-lead", "plans-name-safeguarding", "induction", "training-impact")
LATER = AT + timedelta(days=1)


def before(opened: Opened, keys: tuple[str, ...] = KEYS) -> dict[str, tuple[str, str]]:
    edition = opened.cycle.edition
    asked = dict(Statement.objects.filter(standard__edition=edition, key__in=keys).values_list("pk", "key"))
    found = previous_answers(return_head(opened.lead, opened.return_id), asked)
    return {asked[pk]: (told.level_label, told.comment) for pk, told in found.items()}


def test_the_first_return_has_nothing_before_it() -> None:
    assert before(open_return()) == {}


def test_last_times_answers_are_by_key_from_its_last_submission() -> None:
    last, _ = submitted_return()
    start_amendment(last.lead, last.return_id, "A slip", at=LATER)
    rate(last, "1.1", "partial", comment="Amended", no_action_reason="None", at=LATER)
    sign_and_submit(last, at=LATER)
    start_amendment(last.lead, last.return_id, "Another", at=LATER)
    rate(last, "1.1", "unmet", comment="Drafted only", at=LATER)
    this = next_return(last, edition=make_answering_edition(edition="2028.1"))
    assert before(this, KEYS[:2]) == {"named-senior-lead": ("Partially met", "Amended"), "plans-name-safeguarding": ("Met", "")}


def test_a_draft_that_was_never_submitted_says_nothing() -> None:
    last = open_return()
    answer_everything(last)
    assert before(next_return(last)) == {}


def test_another_tools_answers_come_through_a_mapping_only() -> None:
    last, _ = submitted_return()
    other = make_answering_edition(tool="other-tool")
    assert before(next_return(last, edition=other)) == {}
    assert last.cycle.edition
    map_editions(last.cycle.edition, other, {"1.1": ["2.1", "2.2"]})
    assert before(next_return(last, edition=other)) == {"induction": ("Met", ""), "training-impact": ("Met", "")}


def test_one_statement_of_sql_and_a_second_for_a_mapping(assert_queries: AssertQueries) -> None:
    last, _ = submitted_return()
    other = make_answering_edition(tool="other-tool")
    assert last.cycle.edition
    map_editions(last.cycle.edition, other, {"1.1": ["2.1"]})
    newer = make_answering_edition(edition="2028.1")
    for this, most in ((next_return(last), 1), (next_return(last, edition=newer), 2), (next_return(last, edition=other), 2)):
        head = return_head(this.lead, this.return_id)
        asked = dict(Statement.objects.filter(standard__edition=this.cycle.edition).values_list("pk", "key"))
        previous_answers(head, asked)
        with assert_queries(most):
            assert previous_answers(head, asked)
