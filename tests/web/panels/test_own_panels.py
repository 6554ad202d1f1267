"""When and where a return has its time at a panel, as its organisation sees it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from section11.challenge.operations.cancel_panel import cancel_panel
from section11.challenge.operations.change_slot import change_slot
from section11.challenge.operations.remove_slot import remove_slot
from section11.challenge.rules.panel_text import SlotText
from section11.lib.clock import now, today
from tests.factories.browsers import signed_in
from tests.factories.panels import make_slot, tell
from tests.factories.returns import Opened
from tests.queries import AssertQueries
from tests.web.panels.pages import Day, a_day

pytestmark = pytest.mark.django_db


def soon() -> Day:
    return a_day(1, held_on=today() + timedelta(days=5))


def address_of(opened: Opened) -> str:
    return reverse("own_panels", kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id})


def shown(opened: Opened) -> str:
    return signed_in(opened.lead).get(address_of(opened)).content.decode()


def test_nothing_is_shown_before_it_is_told() -> None:
    day = soon()
    assert "You are not asked to a panel" in shown(day.opened)
    tell(day.panel, day.opened.officer, at=now())
    page = shown(day.opened)
    for words in ("Panel of the schools", "in 5 days", "09:00 to 09:30, London time", "Room 1, Town Hall"):
        assert words in page
    assert "How do you know?" not in page


def test_what_will_be_asked_only_where_an_officer_shows_it() -> None:
    day = soon()
    slot = day.slots[0]
    change_slot(day.opened.officer, slot.panel_id, slot.pk, SlotText(slot.starts, 30, None, True), version=1, at=now())
    tell(day.panel, day.opened.officer, at=now())
    assert "How do you know?" in shown(day.opened)


def test_one_taken_off_and_one_cancelled() -> None:
    day = soon()
    tell(day.panel, day.opened.officer, at=now())
    remove_slot(day.opened.officer, day.panel.pk, day.slots[0].pk, at=now())
    assert "You are not asked to a panel" in shown(day.opened)
    make_slot(day.panel, day.opened)
    assert "You are not asked to a panel" in shown(day.opened)
    tell(day.panel, day.opened.officer, at=now())
    cancel_panel(day.opened.officer, day.panel.pk, at=now())
    assert "Cancelled" in shown(day.opened)


def test_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    day = soon()
    tell(day.panel, day.opened.officer, at=now())
    client, address = signed_in(day.opened.lead), address_of(day.opened)
    with assert_queries(10):
        assert client.get(address).status_code == 200
