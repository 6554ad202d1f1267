"""The page on which a return gets its time."""

import pytest

from section11.challenge.models import PanelSlot
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_challenge
from tests.factories.panels import make_panel
from tests.factories.returns import open_return, submitted_return
from tests.queries import AssertQueries
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_it_offers_the_next_time_and_those_with_open_challenges_first() -> None:
    day = a_day()
    plain, _ = submitted_return(cycle=day.opened.cycle)
    asked, reference = submitted_return(cycle=day.opened.cycle)
    make_challenge(asked, reference)
    open_return(cycle=day.opened.cycle)
    client, address = signed_in(day.opened.officer), day.at("add_slot")
    page = client.get(address).content.decode()
    assert 'value="10:00"' in page
    assert page.index(f"{asked.participation.name} (1 open challenge)") < page.index(f">{plain.participation.name}<")
    assert page.count("<option") == 3
    typed = {"invitation": asked.invitation.pk, "starts": "9.45am", "minutes": "30", "enquiry": "How do you know?"}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert "Start at 10:00 or later" in refused.content.decode()
    assert "How do you know?" in refused.content.decode()
    assert client.post(address, {**typed, "starts": "10:00", "more": "1"})["Location"] == address
    slot = PanelSlot.objects.get(invitation=asked.invitation)
    assert (slot.starts.hour, slot.minutes, slot.shows_enquiry) == (10, 30, False)


@pytest.mark.parametrize(("typed", "hour"), [("9", 9), ("0930", 9), ("14:15", 14), ("2pm", 14), ("12 am", 0), ("12.30pm", 12)])
def test_times_are_read_as_people_write_them(typed: str, hour: int) -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    address = f"/p/{opened.cycle.partnership.slug}/cycles/{opened.cycle.slug}/panels/{panel.pk}/slots/new"
    answer = signed_in(opened.officer).post(address, {"invitation": opened.invitation.pk, "starts": typed, "minutes": "30"})
    assert answer.status_code == 302
    assert PanelSlot.objects.get().starts.hour == hour


@pytest.mark.parametrize("typed", ["", "25:00", "10:60", "13pm", "noon", "-1"])
def test_what_is_no_time_is_said(typed: str) -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    address = f"/p/{opened.cycle.partnership.slug}/cycles/{opened.cycle.slug}/panels/{panel.pk}/slots/new"
    answer = signed_in(opened.officer).post(address, {"invitation": opened.invitation.pk, "starts": typed, "minutes": "30"})
    assert answer.status_code == 422


@pytest.mark.parametrize("count", [1, 8])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    day = a_day(count)
    client = signed_in(day.opened.officer)
    with assert_queries(10):
        assert client.get(day.at("add_slot")).status_code == 200
