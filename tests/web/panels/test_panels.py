"""The panels of a cycle."""

import pytest
from django.urls import reverse

from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.panels import held_panel, make_panel
from tests.factories.returns import open_return, partnership_viewer, submitted_return
from tests.queries import AssertQueries
from tests.web.panels.pages import a_day, in_cycle

pytestmark = pytest.mark.django_db


def test_those_to_come_stand_before_those_that_are_over() -> None:
    day = a_day()
    held_panel(day.opened)
    page = signed_in(day.reviewer).get(reverse("panels", kwargs=in_cycle(day.opened))).content.decode()
    assert page.index("To be held") < page.index("You sit on it") < page.index(">Over<")
    assert "0 of 2 returns" in page
    assert "Plan a panel" not in page


def test_while_there_is_none_it_says_what_comes_here() -> None:
    opened = open_return()
    address = reverse("panels", kwargs=in_cycle(opened))
    assert "Plan one, give returns a time" in signed_in(opened.officer).get(address).content.decode()
    assert signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)).get(address).status_code == 404


@pytest.mark.parametrize("count", [2, 60])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    for number in range(count):
        make_panel(opened, title=f"Panel {number}")
    client = signed_in(opened.officer)
    with assert_queries(10):
        page = client.get(reverse("panels", kwargs=in_cycle(opened))).content.decode()
    assert page.count("0 of 0 returns") == min(count, 50)
