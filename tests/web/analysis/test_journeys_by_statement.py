"""What became of each statement since an earlier audit."""

import pytest

from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.journeys import many, of_partnership, two_cycles
from tests.queries import AssertQueries
from tests.web.analysis.journeys import address, small
from tests.web.analysis.test_journeys import text_of

pytestmark = pytest.mark.django_db


def test_each_statement_has_its_line() -> None:
    page = small(Role.EXECUTIVE_VIEWER).get(address("journeys_by_statement")).content
    assert "1.1 A named senior person leads on safeguarding. 1 0 0 0 0 0 0" in text_of(page)
    assert 'href="rows?since=2024&amp;change=improved&amp;statement=1.1"' in page.decode()


def test_sector_and_basis_stay_in_the_links() -> None:
    page = small().get(address("journeys_by_statement", sector="school", basis="agreed")).content.decode()
    assert 'href="rows?since=2024&amp;sector=school&amp;basis=agreed&amp;change=improved&amp;statement=1.1"' in page


def test_without_an_earlier_audit_and_without_anybody_twice_it_says_so() -> None:
    client = small()
    assert "There is no earlier audit to compare with" in text_of(client.get(address("journeys_by_statement", "2024")).content)
    assert "No unit of this sector has answered in both" in text_of(client.get(address("journeys_by_statement", sector="police")).content)


@pytest.mark.parametrize("returns", [50, 366])
def test_ten_statements_at_most_whatever_the_number_of_returns(returns: int, assert_queries: AssertQueries) -> None:
    client = signed_in(of_partnership(two_cycles(many(returns, "unmet"), many(returns))))
    with assert_queries(10):
        assert client.get(address("journeys_by_statement", basis="agreed")).status_code == 200
