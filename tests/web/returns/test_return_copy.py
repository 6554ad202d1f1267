"""A return to read and print at any time."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import open_return, rate
from tests.queries import AssertQueries
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_everybody_of_the_unit_reads_all_of_it() -> None:
    opened = open_return()
    rate(opened, "1.1", "met", comment="We do this")
    for viewer in (opened.lead, opened.contributor, opened.signatory):
        assert "We do this" in signed_in(viewer).get(at_page("return_copy", opened)).content.decode()


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened = open_return()
    client = signed_in(opened.lead)
    with assert_queries(10):
        client.get(at_page("return_copy", opened))
