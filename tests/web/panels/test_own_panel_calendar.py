"""The calendar file of a return's time at a panel."""

from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from tests.factories.browsers import signed_in
from tests.factories.panels import make_panel, make_slot, tell
from tests.factories.returns import submitted_return

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("day", "starts"), [(date(2027, 3, 28), "08:30:00"), (date(2027, 10, 31), "09:30:00")])
def test_the_instant_is_right_on_the_days_of_both_clock_changes(day: date, starts: str) -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened, held_on=day)
    slot = make_slot(panel, opened)
    parts = {"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "slot": slot.pk}
    client, address = signed_in(opened.lead), reverse("own_panel_calendar", kwargs=parts)
    assert client.get(address).status_code == 404
    tell(panel, opened.officer)
    [event] = Calendar.from_ical(client.get(address).content).walk("VEVENT")
    assert event["DTSTART"].dt.isoformat() == f"{day}T{starts}+00:00"
    assert (event["DTEND"].dt - event["DTSTART"].dt).seconds == 45 * 60
    assert str(event["UID"]).startswith(f"slot-{slot.pk}@")
