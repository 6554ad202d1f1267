"""A lead's due dates as a calendar file."""

from dataclasses import replace
from datetime import timedelta

import pytest
from icalendar import Calendar

from section11.directory.vocabulary import Role
from section11.lib.clock import today
from section11.plans.operations.finish_action import finish_action
from tests.factories.browsers import signed_in
from tests.factories.directory import make_unit, make_viewer
from tests.factories.plans import DONE, make_action, planned
from tests.factories.returns import ACTION, AT, open_return
from tests.queries import AssertQueries
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db


def test_it_holds_open_actions_and_returns_of_the_lead(assert_queries: AssertQueries) -> None:
    opened = open_return(due=today() + timedelta(days=30))
    action = planned(opened)
    done = planned(opened, text=replace(ACTION, what="Done already"))
    finish_action(opened.lead, done, DONE, version=1, at=AT)
    planned(opened, text=replace(ACTION, what="Without a date", due=None))
    elsewhere = make_unit(opened.unit.organisation)
    make_action(make_viewer(Role.RETURN_LEAD, of=elsewhere), elsewhere.pk, what="Of another unit")
    client = signed_in(opened.lead)
    with assert_queries(10):
        response = client.get(in_organisation("download_calendar", opened))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"].endswith('.ics"')
    events = Calendar.from_ical(response.content).walk("VEVENT")
    uids = {str(event["uid"]).partition("@")[0]: event.decoded("dtstart") for event in events}
    assert uids == {f"action-{action}": ACTION.due, f"invitation-{opened.invitation.pk}": today() + timedelta(days=30)}


def test_it_is_for_leads() -> None:
    opened = open_return()
    for viewer in (opened.contributor, opened.signatory):
        assert signed_in(viewer).get(in_organisation("download_calendar", opened)).status_code == 404
