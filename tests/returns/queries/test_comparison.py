from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.returns.models import Submission
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.queries.comparison import compare
from tests.factories.returns import AT, Opened, answer_everything, next_return, partnership_viewer, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def amended() -> tuple[Opened, str, str]:
    """A return submitted twice, 1.1 not met the second time."""
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    rate(opened, "1.1", "unmet", comment="We looked again", no_action_reason="None needed", reason="Not written")
    return opened, first, sign_and_submit(opened, at=AT + timedelta(days=1))


def test_statement_by_statement_the_earlier_first_whichever_was_named_first() -> None:
    opened, first, second = amended()
    for pair in ((first, second), (second, first)):
        both = compare(opened.lead, *pair)
        assert (both.earlier.number, both.later.number, both.later.reason) == (1, 2, "A slip")
        assert both.differing == 1
        [one] = [s for standard in both.standards for s in standard.statements if s.differs]
        assert one.ref == "1.1"
        assert one.earlier is not None
        assert one.later is not None
        assert (one.earlier.level, one.later.level, one.later.comment) == ("Met", "Not met", "We looked again")


def test_over_two_rounds_by_key() -> None:
    before, first = submitted_return()
    now = next_return(before)
    answer_everything(now)
    second = sign_and_submit(now)
    assert compare(partnership_viewer(before, Role.REVIEWER), first, second).differing == 0


def test_of_one_unit_only_and_of_what_the_viewer_may_read() -> None:
    opened, first, second = amended()
    other, foreign = submitted_return()
    for viewer, pair in (
        (opened.lead, (first, foreign)),
        (other.lead, (first, second)),
        (other.officer, (first, second)),
        (opened.officer, (first, "none")),
        (partnership_viewer(opened, Role.EXECUTIVE_VIEWER), (first, second)),
    ):
        with pytest.raises(Absent):
            compare(viewer, *pair)
    with pytest.raises(Absent):
        compare(opened.lead, first, second, return_id=other.return_id)


def test_in_few_statements(assert_queries: AssertQueries) -> None:
    opened, first, second = amended()
    with assert_queries(4):
        compare(opened.lead, first, second)
    assert Submission.objects.count() == 2
