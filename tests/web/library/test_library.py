import pytest
from django.test import Client

from section11.standards.queries.library import library_editions
from section11.web.library.shelves import APART, EXAMPLE
from tests.factories.directory import make_partnership
from tests.factories.standards import make_edition, whole_library
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_all_that_ships_is_listed_with_what_it_is_for(client: Client, assert_queries: AssertQueries) -> None:
    whole_library()
    with assert_queries(1):
        page = client.get("/library").content.decode()
    for tool in ("section-11", "eight-standards", "commissioned-children", "commissioned-adults", "commissioned-joint"):
        assert f'href="/library/{tool}/2026.1"' in page
    assert "Everybody: from a police force to a group with no paid staff." in page
    main = next(one for one in library_editions() if one.tool == "section-11")
    counts = f"{main.standards} standards, {main.statements} statements; {main.light} in the light form, {main.tiny} in the tiny form."
    assert counts in page


def test_schools_are_apart_and_called_our_example(client: Client) -> None:
    make_edition(tool="section-11", title="All standards")
    make_edition(tool="schools-175-157", title="A schools' edition")
    page = client.get("/library").content.decode()
    before, _, after = page.partition(APART)
    assert "All standards" in before
    assert EXAMPLE not in before
    assert EXAMPLE in after


def test_a_partnerships_own_is_nobody_elses_to_read(client: Client) -> None:
    make_edition(make_partnership(), tool="their-own", title="Their standards")
    page = client.get("/library").content.decode()
    assert "Their standards" not in page
    assert "The library is empty." in page


def test_an_earlier_edition_stays_readable(client: Client) -> None:
    make_edition()
    make_edition(edition="2027.1")
    page = client.get("/library").content.decode()
    assert 'Earlier: <a class="govuk-link" href="/library/small-tool/2026.1">edition 2026.1</a>.' in page


def test_it_is_only_for_reading(client: Client) -> None:
    assert client.post("/library").status_code == 405
