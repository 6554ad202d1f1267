"""The page on which a panel is called off."""

from datetime import timedelta

import pytest

from section11.challenge.models import Panel
from section11.lib.clock import now, today
from tests.factories.browsers import signed_in
from tests.factories.panels import enter, tell
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_it_says_who_is_told_first() -> None:
    day = a_day(held_on=today() + timedelta(days=3))
    client, address = signed_in(day.opened.officer), day.at("cancel_panel")
    assert "No organisation was told" in client.get(address).content.decode()
    tell(day.panel, day.opened.officer, at=now())
    assert day.opened.participation.name in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert Panel.objects.get().state == "cancelled"
    assert client.post(address).status_code == 422


def test_one_that_took_place_is_not_called_off() -> None:
    day = a_day()
    enter(day.slots[0], day.opened.officer, at=now())
    answer = signed_in(day.opened.officer).post(day.at("cancel_panel"))
    assert answer.status_code == 422
    assert "this panel took place" in answer.content.decode()
