from datetime import date

from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.cycles import make_draft, make_invitation, make_ladder
from tests.factories.directory import make_membership
from tests.factories.returns import open_return
from tests.queries import assert_queries_below
from tests.web.cycles.pages import AUDIT, read

PAGE = f"{AUDIT}/ladder"


def test_shows_each_step_with_its_day_and_to_how_many_it_goes(client: Client, cycle: Cycle) -> None:
    make_ladder(cycle)
    open_return(cycle=cycle)
    open_return(cycle=cycle, due=date(2026, 9, 20))  # 15 days late
    make_invitation(cycle, submissions=1)
    make_invitation(cycle, state=InvitationState.EXEMPT)
    text = read(client, PAGE)
    for told in (
        "2 returns are awaited.",
        "Reminder to the return lead, 28 days before the due date 3 March 2027 at 09:00 0 0 1 1 1 email",
        "To the named senior person, 14 days after the due date 14 April 2027 at 09:00 0 1 1 0 4 emails",
        "To the strategic lead for the sector, 28 days after the due date 28 April 2027 at 09:00 0 0 2 0 0 emails Nobody named: 2",
    ):
        assert told in text


def test_asks_the_database_little_whatever_the_number(client: Client, cycle: Cycle) -> None:
    make_ladder(cycle)
    open_return(cycle=cycle)
    with assert_queries_below(10) as few:
        client.get(PAGE)
    for _ in range(5):
        open_return(cycle=cycle)
    with assert_queries_below(10) as many:
        client.get(PAGE)
    assert few.count == many.count


def test_before_the_audit_opens_and_without_a_ladder(client: Client, cycle: Cycle, officer: Membership) -> None:
    assert "This audit has no chasing ladder" in read(client, PAGE)
    draft = make_draft(cycle.partnership, slug="next")
    make_ladder(draft)
    made = make_invitation(draft)
    make_membership(role=Role.RETURN_LEAD, of=made.unit)
    text = read(client, PAGE.replace("/audit/", "/next/"))
    assert "Nothing goes before the audit is open." in text
    assert "7 days before the due date 24 March 2027 at 09:00 0 0 1 0 1 email" in text
    Cycle.objects.update(state=CycleState.CLOSED)
    assert "nothing goes any more" in read(client, PAGE)
