"""The page on which a panel is closed."""

import pytest

from section11.challenge.models import Panel, PanelSlot
from section11.lib.clock import now
from tests.factories.browsers import signed_in
from tests.factories.panels import enter
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_returns_without_an_outcome_stand_in_the_way_unless_nobody_came() -> None:
    day = a_day()
    enter(day.slots[0], day.opened.officer, at=now())
    client, address = signed_in(day.opened.officer), day.at("hold_panel")
    assert client.get(address).content.decode().count('name="absent"') == 1
    refused = client.post(address)
    assert refused.status_code == 422
    assert "or say that nobody attended" in refused.content.decode()
    assert client.post(address, {"absent": [day.slots[1].pk]})["Location"] == day.at("panel")
    assert Panel.objects.get().state == "held"
    assert PanelSlot.objects.get(pk=day.slots[1].pk).outcome == "did-not-attend"
    page = client.get(day.at("panel")).content.decode()
    assert "Draft 2 letters" in page
