from datetime import date, datetime

from django.test import Client

from section11.cycles.models import Cycle
from section11.notices.kinds.ladder import ladder_at
from section11.notices.operations.make_due_emails import make_due_emails
from tests.factories.cycles import make_ladder
from tests.factories.returns import open_return, submitted_return
from tests.queries import assert_queries_below
from tests.web.cycles.pages import AUDIT, read


def test_says_what_went_and_what_will_go_when(client: Client, cycle: Cycle, at: datetime) -> None:
    make_ladder(cycle)
    opened = open_return(cycle=cycle, due=date(2026, 10, 10))
    make_due_emails(at=at, kinds=(ladder_at(at),))
    with assert_queries_below(10):
        text = read(client, f"{AUDIT}/invitations/{opened.invitation.pk}/chasing")
    for told in (
        "Due 10 October 2026, end of day.",
        "28 days before the due date 12 September 2026 at 09:00 Not sent: its day is over Nobody",
        "7 days before the due date 3 October 2026 at 09:00 Sent See the emails below",
        f"1 day after the due date 11 October 2026 at 09:00 To come {opened.lead.name}",
        "a reminder for",
    ):
        assert told in text
    assert "See every email about this return" in read(client, f"{AUDIT}/invitations/{opened.invitation.pk}")


def test_one_whose_return_is_in_is_chased_no_more(client: Client, cycle: Cycle) -> None:
    make_ladder(cycle)
    opened, _ = submitted_return(cycle=cycle)
    text = read(client, f"{AUDIT}/invitations/{opened.invitation.pk}/chasing")
    assert "Submitted: nothing goes to this organisation by itself." in text
    assert "Steps of the ladder" not in text


def test_without_a_due_date_nothing_goes(client: Client, cycle: Cycle) -> None:
    Cycle.objects.update(due=None, rolling=True)
    make_ladder(cycle)
    opened = open_return(cycle=cycle)
    assert "since there is no due date" in read(client, f"{AUDIT}/invitations/{opened.invitation.pk}/chasing")
