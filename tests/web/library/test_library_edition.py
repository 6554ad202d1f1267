import pytest
from django.test import Client

from section11.standards.models import Edition
from tests.factories.directory import make_partnership
from tests.factories.standards import FIT, make_edition, tiny_standards, whole_library
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
LARGEST = 120_000  # bytes of a page


def test_every_statement_stands_on_one_page_with_what_it_belongs_to(client: Client, assert_queries: AssertQueries) -> None:
    make_edition(follows=["Working Together 2023"], standards=tiny_standards("1.1"), fit=FIT)
    with assert_queries(2):
        page = client.get("/library/small-tool/2026.1").content.decode()
    for text in (
        "1. Leadership",
        "Training is shown to change practice.",
        "Full form: 4, Light form: 2, Tiny form: 1",
        "Working Together 2023",
    ):
        assert text in page
    assert "Met, Partially met, Not met, Not applicable" in page
    assert "Do you pay any staff? <strong>No</strong>" in page
    assert page.count("Must be met") == 1
    assert 'href="/library/small-tool/2026.1/2"' in page


def test_for_one_reader_what_is_not_asked_is_left_out(client: Client) -> None:
    make_edition()
    page = client.get("/library/small-tool/2026.1?kind=primary-care").content.decode()
    assert "Plans say what safeguarding will achieve." not in page
    assert "Full form: 3, Light form: 2" in page
    assert 'href="/library/small-tool/2026.1/1?kind=primary-care"' in page
    assert '<option value="primary-care" selected>' in page
    assert "Plans say what safeguarding will achieve." in client.get("/library/small-tool/2026.1?kind=nonsense").content.decode()


def test_foreign_and_absent_look_the_same(client: Client) -> None:
    make_edition(make_partnership(), tool="their-own")
    for address in ("/library/their-own/2026.1", "/library/nothing/2026.1"):
        assert client.get(address).status_code == 404


def test_no_edition_that_ships_makes_a_heavy_page(client: Client) -> None:
    whole_library()
    editions = Edition.objects.values_list("tool", "edition")
    heavy = {tool: size for tool, edition in editions if (size := len(client.get(f"/library/{tool}/{edition}").content)) > LARGEST}
    assert heavy == {}
