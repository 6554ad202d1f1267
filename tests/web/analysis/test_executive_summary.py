"""The executive's one page."""

import pytest

from tests.queries import AssertQueries
from tests.web.analysis.pages import address, example, looking_at

pytestmark = pytest.mark.django_db


def test_it_says_response_bands_strong_weak_and_whom_to_follow_up() -> None:
    page = looking_at(example(5)).get(address("executive_summary")).content.decode()
    for words in ("of units answered", "Returns by band", "What is strong", "What is weak", "To follow up", "Oak Surgery"):
        assert words in page


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    client = looking_at(example(60))
    with assert_queries(10):
        assert client.get(address("executive_summary")).status_code == 200
