import pytest

from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.queries.citations import citations
from section11.returns.queries.head import return_head
from tests.factories.returns import AT, make_reference, open_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_each_piece_says_which_statements_of_this_return_cite_it(assert_queries: AssertQueries) -> None:
    opened = open_return()
    other = open_return(unit=opened.unit)
    one, two = make_reference(opened), make_reference(opened)
    for to, ref, item in ((opened, "2.1", one), (opened, "1.1", one), (opened, "1.2", two), (other, "2.2", one)):
        cite_evidence(to.lead, to.return_id, ref, item, at=AT)
    head = return_head(opened.lead, opened.return_id)
    with assert_queries(1):
        assert citations(head) == {one: ["1.1", "2.1"], two: ["1.2"]}
