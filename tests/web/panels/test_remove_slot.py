"""The page on which a return is taken off the timetable."""

import pytest

from section11.challenge.models import PanelSlot
from section11.lib.clock import now
from tests.factories.browsers import signed_in
from tests.factories.panels import enter, tell
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_it_says_whether_the_organisation_knows() -> None:
    day = a_day()
    client, address = signed_in(day.opened.officer), day.at("remove_slot", day.slots[0])
    assert "was not told" in client.get(address).content.decode()
    tell(day.panel, day.opened.officer, at=now())
    assert "get an email that it no longer stands" in client.get(address).content.decode()
    assert client.post(address)["Location"] == day.at("panel")
    assert PanelSlot.objects.count() == 1


def test_one_with_an_outcome_stays() -> None:
    day = a_day()
    enter(day.slots[0], day.opened.officer, at=now())
    assert signed_in(day.opened.officer).post(day.at("remove_slot", day.slots[0])).status_code == 422
