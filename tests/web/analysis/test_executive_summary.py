"""The executive's one page."""

import pytest

from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.journeys import many, of_partnership, two_cycles
from tests.factories.standards import edition_document
from tests.queries import AssertQueries
from tests.web.analysis.journeys import address as journeys_address
from tests.web.analysis.journeys import small
from tests.web.analysis.pages import address, example, looking_at
from tests.web.analysis.test_journeys import text_of

pytestmark = pytest.mark.django_db


def test_it_says_response_bands_strong_weak_and_whom_to_follow_up() -> None:
    page = looking_at(example(5)).get(address("executive_summary")).content.decode()
    for words in ("of units answered", "Returns by band", "What is strong", "What is weak", "To follow up", "Oak Surgery"):
        assert words in page


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    client = looking_at(example(60))
    with assert_queries(10):
        assert client.get(address("executive_summary")).status_code == 200


def test_it_says_what_has_changed_since_last_time_and_leads_there() -> None:
    client = small(Role.EXECUTIVE_VIEWER)
    page = client.get(journeys_address("executive_summary")).content.decode()
    assert "Since Audit 2024:" in text_of(page.encode())
    assert "1 of 3 ratings that can be compared improved, 1 stayed the same and 1 declined." in text_of(page.encode())
    assert journeys_address("journeys", since="2024") in page
    assert "Since" not in text_of(client.get(journeys_address("executive_summary", "2024")).content)


@pytest.mark.parametrize("basis", ["self", "agreed"])
def test_with_an_audit_before_it_still_takes_ten_statements_at_most(basis: str, assert_queries: AssertQueries) -> None:
    editions = (edition_document(), edition_document(edition="2027.1"))
    client = signed_in(of_partnership(two_cycles(many(60, "unmet"), many(60), editions=editions)))
    client.get(journeys_address("executive_summary"))
    with assert_queries(10):
        assert client.get(journeys_address("executive_summary", basis=basis)).status_code == 200
