"""The page on which a return's time is changed."""

import pytest

from section11.challenge.models import PanelSlot
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_it_is_changed_and_the_second_of_two_sees_both() -> None:
    day = a_day()
    slot = day.slots[1]
    client, address = signed_in(day.opened.officer), day.at("change_slot", slot)
    assert 'value="09:30"' in client.get(address).content.decode()
    typed = {"starts": "10:00", "minutes": "20", "enquiry": "Theirs", "shows_enquiry": "on", "version": 1}
    assert client.post(address, typed)["Location"] == day.at("panel")
    late = client.post(address, {**typed, "enquiry": "Mine"})
    assert late.status_code == 409
    assert "<dd>Theirs</dd>" in late.content.decode()
    assert client.post(address, {**typed, "starts": "9:10", "version": 2}).status_code == 422
    slot.refresh_from_db()
    assert (slot.starts.hour, slot.minutes, slot.enquiry, slot.shows_enquiry) == (10, 20, "Theirs", True)


def test_who_belongs_to_the_organisation_sees_no_lines_and_changes_none() -> None:
    day = a_day()
    belongs(day.opened.officer, day.opened)
    client, address = signed_in(day.opened.officer), day.at("change_slot", day.slots[0])
    page = client.get(address).content.decode()
    assert "a colleague writes what will be asked" in page
    assert "How do you know?" not in page
    assert client.post(address, {"starts": "8:00", "minutes": "20", "enquiry": "None", "version": 1}).status_code == 302
    assert PanelSlot.objects.get(pk=day.slots[0].pk).enquiry == "How do you know?"
