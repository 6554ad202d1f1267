import pytest

from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.save_opinion import save_opinion
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, open_return, partnership_viewer
from tests.queries import AssertQueries
from tests.web.judging.pages import at_cycle, read

pytestmark = pytest.mark.django_db


def test_given_ones_are_read_by_all_and_only_the_scrutineer_is_led_to_write() -> None:
    opened = open_return()
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    address = at_cycle("opinions", opened)
    assert "None was given yet" in read(signed_in(opened.officer), address)
    save_opinion(scrutineer, opened.cycle.slug, "Well led.", version=0, at=AT)
    assert "Well led." not in read(signed_in(opened.officer), address)
    assert "Go on writing" in read(signed_in(scrutineer), address)
    give_opinion(scrutineer, opened.cycle.slug, version=1, at=AT)
    for role in PARTNERSHIP_ROLES:
        page = read(signed_in(partnership_viewer(opened, role)), address)
        assert "Well led." in page
        assert ("rite your opinion" in page or "Write a further" in page) is (role == Role.SCRUTINEER)
    assert "Write a further opinion" in read(signed_in(scrutineer), address)


@pytest.mark.parametrize("number", [1, 12])
def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries, number: int) -> None:
    opened = open_return()
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    for count in range(number):
        save_opinion(scrutineer, opened.cycle.slug, f"Opinion {count}", version=0, at=AT)
        give_opinion(scrutineer, opened.cycle.slug, version=1, at=AT)
    client = signed_in(scrutineer)
    with assert_queries(10):
        client.get(at_cycle("opinions", opened))


def test_the_one_page_summary_leads_here() -> None:
    opened = open_return()
    page = signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)).get(at_cycle("executive_summary", opened)).content.decode()
    assert at_cycle("opinions", opened) in page
