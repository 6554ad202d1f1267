"""The rows behind a number."""

import html
import re

import pytest

from section11.directory.vocabulary import Role
from section11.lib.words import plural
from tests.queries import AssertQueries
from tests.web.analysis.pages import address, example, looking_at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "there", "title"),
    [
        ({"statement": "1.1", "level": "partial"}, True, "on statement 1.1"),
        ({"statement": "1.1", "level": "met"}, False, "Met"),
        ({"statement": "1.1", "level": "met", "basis": "agreed"}, True, "Met"),
        ({"band": "support-needed"}, True, "Support needed"),
        ({"flag": "must-meet"}, True, "must-meet"),
        ({"flag": "no-action"}, False, "asks for an action"),
        ({"flag": "follow-up"}, True, "follow up"),
        ({"answered": "no"}, False, "have not answered"),
        ({"sector": "trusts"}, False, "Health trusts"),
        ({"level": "no-such-level"}, False, "Not answered"),
    ],
)
def test_exactly_the_returns_that_count_are_listed(query: dict[str, str], there: bool, title: str) -> None:
    page = looking_at(example()).get(address("figure_rows", **query)).content.decode()
    assert ("Oak Surgery" in page) is there
    assert title in page


def test_a_number_of_ratings_is_told_beside_how_many_returns_they_are_in() -> None:
    client = looking_at(example(3))
    figures = client.get(address("figures")).content.decode()
    numbers = re.findall(r'<a href="([^"]*level=[^"]*standard=1)">(\d+)</a>', figures)
    assert numbers
    for way, number in numbers:
        page = client.get(html.unescape(way)).content.decode()
        assert f"<strong>{plural(int(number), 'rating')}</strong> in 3 returns." in page


def test_those_who_read_submissions_can_open_them_and_others_cannot() -> None:
    document = example()
    assert "/submissions/" in looking_at(document, Role.OFFICER).get(address("figure_rows")).content.decode()


def test_an_executive_viewer_sees_names_without_links_to_submissions() -> None:
    page = looking_at(example()).get(address("figure_rows")).content.decode()
    assert "Oak Surgery" in page
    assert "/submissions/" not in page


def test_long_lists_come_in_pages_and_take_ten_statements(assert_queries: AssertQueries) -> None:
    client = looking_at(example(120))
    with assert_queries(10):
        page = client.get(address("figure_rows", answered="yes")).content.decode()
    assert page.count('<tr class="govuk-table__row"><th scope="row"') == 50
    assert "of 120 returns" in page
