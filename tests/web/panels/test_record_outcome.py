"""The page on which outcomes are entered during the day."""

from datetime import timedelta

import pytest

from section11.lib.clock import today
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs, panel_reviewer
from tests.queries import AssertQueries
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_one_return_after_the_other() -> None:
    day = a_day(3)
    client = signed_in(day.reviewer)
    first, second, third = (day.at("record_outcome", slot) for slot in day.slots)
    page = client.get(first).content.decode()
    assert "1 of 3" in page
    assert "How do you know?" in page
    assert second in page
    assert day.at("pack", day.slots[0]) in page
    assert client.post(first, {"outcome": "assured", "version": 1, "next": "1"})["Location"] == second
    assert client.post(second, {"outcome": "more-needed", "version": 1, "next": "1"}).status_code == 422
    assert client.post(third, {"outcome": "assured", "version": 1, "next": "1"})["Location"] == day.at("panel")
    assert f"Last entered by {day.reviewer.name}" in client.get(first).content.decode()


def test_the_second_of_two_sees_both() -> None:
    day = a_day(1)
    address = day.at("record_outcome", day.slots[0])
    signed_in(day.opened.officer).post(address, {"outcome": "assured", "note": "Theirs", "version": 1})
    late = signed_in(day.reviewer).post(address, {"outcome": "more-needed", "note": "Mine", "version": 1})
    assert late.status_code == 409
    for words in (f"{day.opened.officer.name} saved this", "<dd>Theirs</dd>", "Mine</textarea>", 'name="version" value="2"'):
        assert words in late.content.decode()


def test_their_own_organisation_is_passed_over_and_absent() -> None:
    day = a_day(3)
    belongs(day.reviewer, day.returns[1])
    client = signed_in(day.reviewer)
    assert client.get(day.at("record_outcome", day.slots[1])).status_code == 404
    assert day.at("record_outcome", day.slots[2]) in client.get(day.at("record_outcome", day.slots[0])).content.decode()


def test_reviewers_who_do_not_sit_do_not_enter() -> None:
    day = a_day(1)
    assert signed_in(panel_reviewer(day.opened)).get(day.at("record_outcome", day.slots[0])).status_code == 404


def test_before_the_day_it_says_so() -> None:
    day = a_day(1, held_on=today() + timedelta(days=2))
    client, address = signed_in(day.reviewer), day.at("record_outcome", day.slots[0])
    page = client.get(address).content.decode()
    assert "from that day on" in page
    assert 'name="outcome"' not in page
    assert client.post(address, {"outcome": "assured", "version": 1}).status_code == 422


@pytest.mark.parametrize("count", [1, 12])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    day = a_day(count)
    client = signed_in(day.reviewer)
    with assert_queries(10):
        assert client.get(day.at("record_outcome", day.slots[0])).status_code == 200
