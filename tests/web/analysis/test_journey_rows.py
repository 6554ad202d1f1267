"""The organisations behind a number of the journeys."""

import pytest

from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.journeys import many, of_partnership, two_cycles
from tests.queries import AssertQueries
from tests.web.analysis.journeys import address, small
from tests.web.analysis.test_journeys import text_of

pytestmark = pytest.mark.django_db


def test_it_names_who_stands_behind_the_number_and_by_which_statements() -> None:
    page = text_of(small().get(address("journey_rows", change="improved", statement="1.1")).content)
    assert "Improved: statement 1.1" in page
    assert "A named senior person leads on safeguarding." in page
    assert "Oak" in page
    assert "Ash" not in page


def test_those_who_answered_once_are_named_as_such() -> None:
    client = small()
    assert "Ash" in text_of(client.get(address("journey_rows", who="then")).content)
    assert "Elm" in text_of(client.get(address("journey_rows", who="now")).content)


def test_several_kinds_are_told_apart_in_words() -> None:
    assert "Applies now" in text_of(small().get(address("journey_rows", change="not-applicable")).content)


def test_only_those_who_read_submissions_go_on_to_an_organisations_journey() -> None:
    link = "/organisations/oak/journey"
    assert link in small().get(address("journey_rows", who="both")).content.decode()


def test_an_executive_viewer_sees_no_link_to_it() -> None:
    page = small(Role.EXECUTIVE_VIEWER).get(address("journey_rows", who="both")).content.decode()
    assert "Oak" in page
    assert "/organisations/oak/journey" not in page


def test_what_an_address_asks_that_is_not_there_finds_nobody() -> None:
    client = small()
    for query in ({"change": "better"}, {"statement": "9.9"}, {"statement": "then:1.1"}, {"standard": "9"}, {"sector": "no-such"}):
        page = client.get(address("journey_rows", **query))
        assert page.status_code == 200
        assert "Nothing to show" in page.content.decode()


def test_without_an_earlier_audit_it_goes_back_to_the_page_that_says_so() -> None:
    response = small().get(address("journey_rows", "2024", change="improved"))
    assert response["Location"] == address("journeys", "2024")


def test_it_takes_ten_statements_at_most_and_fifty_rows_a_page(assert_queries: AssertQueries) -> None:
    client = signed_in(of_partnership(two_cycles(many(120, "unmet"), many(120))))
    with assert_queries(10):
        page = client.get(address("journey_rows", change="improved", basis="agreed", page="3")).content.decode()
    assert "Showing 101 to 120 of 120 units" in page
