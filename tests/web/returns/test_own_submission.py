"""An organisation's own submission, to read and print."""

import pytest

from section11.returns.operations.start_amendment import start_amendment
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, rate, submitted_return
from tests.queries import AssertQueries
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_it_shows_what_was_submitted_and_not_what_was_typed_since() -> None:
    opened, reference = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A change", at=AT)
    rate(opened, "1.1", "partial", comment="Typed since")
    page = signed_in(opened.lead).get(at_page("own_submission", opened, reference=reference)).content.decode()
    assert "Typed since" not in page
    assert ">Met<" in page


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    client = signed_in(opened.lead)
    with assert_queries(10):
        assert client.get(at_page("own_submission", opened, reference=reference)).status_code == 200
