import pytest

from section11.returns.operations.finish_part import finish_part
from section11.returns.queries.assignments import assignments
from section11.returns.queries.head import return_head
from tests.factories.returns import AT, open_return
from tests.queries import AssertQueries
from tests.returns.around import hand

pytestmark = pytest.mark.django_db


def test_handed_standards_are_told_in_the_order_of_the_standards(assert_queries: AssertQueries) -> None:
    opened, other = open_return(), open_return()
    hand(other)
    for standard in ("2", "1"):
        hand(opened, standard)
    finish_part(opened.contributor, opened.return_id, "2", done=True, at=AT)
    head = return_head(opened.lead, opened.return_id)
    with assert_queries(1):
        told = assignments(head)
    assert [(h.standard_ref, h.person_id, h.person_name, h.done_at) for h in told] == [
        ("1", opened.contributor.person_id, opened.contributor.name, None),
        ("2", opened.contributor.person_id, opened.contributor.name, AT),
    ]
