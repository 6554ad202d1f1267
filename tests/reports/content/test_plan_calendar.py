from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from section11.plans.queries.dated_actions import DatedAction
from section11.reports.content.plan_calendar import plan_calendar
from section11.returns.queries.head import return_head
from tests.factories.returns import AT, open_return

ACTION = DatedAction(7, "Train\r\nall", "Head", "", "oak", date(2027, 3, 28), 2, datetime(2027, 3, 1, tzinfo=UTC))


def test_an_action_says_what_who_and_where_to_look() -> None:
    [day] = plan_calendar([ACTION], [], at=AT)
    assert (day.about, day.day, day.title, day.page, day.version) == ("action-7", ACTION.due, "Action due: Train all", "/o/oak/plan/7", 2)
    assert day.text == "Train all\nWho leads: Head\nDue by the end of this day."
    [bare] = plan_calendar([replace(ACTION, what=" ", who="", unit_name="Nursery")], [], at=AT)
    assert bare.title == "Action due: We would like help"
    assert bare.text == "We would like help\nFor: Nursery\nDue by the end of this day."
    [long] = plan_calendar([replace(ACTION, what="x" * 500)], [], at=AT)
    assert len(long.title) < 140


@pytest.mark.django_db
def test_days_come_in_order_and_a_return_without_a_date_has_none() -> None:
    opened = open_return(due=date(2027, 1, 1))
    head = return_head(opened.lead, opened.return_id)
    days = plan_calendar([ACTION], [head, replace(head, due=None)], at=AT)
    assert [day.about for day in days] == [f"invitation-{opened.invitation.pk}", "action-7"]
    assert days[0].page == f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}"
    assert opened.cycle.title in days[0].title
