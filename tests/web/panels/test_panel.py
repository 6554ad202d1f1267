"""One panel on one page."""

from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.lib.clock import now, today
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs, enter, panel_reviewer
from tests.factories.returns import partnership_viewer
from tests.queries import AssertQueries
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_an_officer_sees_the_timetable_and_what_to_do() -> None:
    day = a_day()
    page = signed_in(day.opened.officer).get(day.at("panel")).content.decode()
    assert "09:00 to 09:30" in page
    assert "2 outcomes to enter" in page
    assert page.count("Not told yet") == 2
    assert "3 returns and members do not know" in page
    for slot in day.slots:
        for name in ("pack", "pack_pdf", "record_outcome", "change_slot"):
            assert day.at(name, slot) in page


def test_before_the_day_there_is_nothing_to_enter() -> None:
    day = a_day(held_on=today() + timedelta(days=3))
    page = signed_in(day.opened.officer).get(day.at("panel")).content.decode()
    assert "in 3 days" in page
    assert "Tell people of it" in page
    assert day.at("hold_panel") not in page


def test_a_member_gets_packs_but_not_of_their_own_organisation() -> None:
    day = a_day()
    belongs(day.reviewer, day.returns[0])
    page = signed_in(day.reviewer).get(day.at("panel")).content.decode()
    assert day.at("pack", day.slots[0]) not in page
    assert day.at("record_outcome", day.slots[0]) not in page
    assert day.at("pack", day.slots[1]) in page
    assert "You belong to this organisation" in page
    assert page.count("How do you know?") == 1
    assert "so does not get that pack" in page
    assert day.at("change_panel") not in page


def test_a_reviewer_who_does_not_sit_sees_the_timetable_only() -> None:
    day = a_day()
    page = signed_in(panel_reviewer(day.opened)).get(day.at("panel")).content.decode()
    assert "09:00 to 09:30" in page
    assert "How do you know?" not in page
    for name in ("pack", "record_outcome"):
        assert day.at(name, day.slots[0]) not in page


def test_the_scrutineer_reads_packs_and_enters_nothing() -> None:
    day = a_day()
    page = signed_in(partnership_viewer(day.opened, Role.SCRUTINEER)).get(day.at("panel")).content.decode()
    assert day.at("pack", day.slots[0]) in page
    assert day.at("record_outcome", day.slots[0]) not in page


@pytest.mark.parametrize("count", [1, 12])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    day = a_day(count)
    enter(day.slots[0], day.opened.officer, at=now())
    client = signed_in(day.opened.officer)
    with assert_queries(10):
        assert client.get(day.at("panel")).status_code == 200
