from datetime import UTC, date, datetime

from django.test import Client

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import InvitationState, Progress
from section11.directory.models import Membership, Partnership, Person
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.cycles import make_cycle, make_draft, make_invitation, make_ladder
from tests.factories.directory import make_registration
from tests.factories.follow_up import make_follow_up, make_strategic_lead, make_support, weak_return
from tests.factories.returns import make_answering_edition, open_return
from tests.queries import assert_queries_below
from tests.web.cycles.conftest import BrowserOf
from tests.web.cycles.pages import BASE, read

PATH = f"{BASE}/today"


def test_what_needs_you_and_the_audit_in_five_numbers(client: Client, cycle: Cycle) -> None:
    make_registration(cycle.partnership)
    make_draft(cycle.partnership, title="Audit 2028")
    for day in (1, 4):
        sent = {"progress": Progress.SUBMITTED, "submissions": 1, "submitted_at": datetime(2026, 9 + (day > 1), day, tzinfo=UTC)}
        make_invitation(cycle, **sent)
    make_invitation(cycle, progress=Progress.SIGNED)
    make_invitation(cycle, due=date(2026, 10, 4))
    make_invitation(cycle, state=InvitationState.EXEMPT)
    with assert_queries_below(10):
        text = read(client, PATH)
    for told in (
        "1 registration waits for you to decide",
        "1 return came in during the last seven days",
        "1 return is overdue",
        "Audit 2028 is being set up",
        "Due 31 March 2027, end of day, in 177 days.",
        "4 invited",
        "1 not opened",
        "1 under way",
        "2 returns in",
        "1 overdue",
    ):
        assert told in text


def test_an_empty_day(client: Client, partnership: Partnership) -> None:
    text = read(client, PATH)
    assert "Nothing." in text
    assert "No audit is open." in text
    make_cycle(partnership, due=None, rolling=True)
    text = read(client, PATH)
    assert "A rolling audit without a due date" in text
    assert "Nobody is invited yet" in text


def test_others_see_the_numbers_and_nothing_to_decide(browser_of: BrowserOf, cycle: Cycle) -> None:
    make_registration(cycle.partnership)
    make_draft(cycle.partnership, title="Audit 2028")
    make_invitation(cycle)
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER):
        text = read(browser_of(role), PATH)
        assert "1 invited" in text
        assert "registration" not in text
        assert "2028" not in text


def test_what_waits_in_support_and_follow_up(client: Client, partnership: Partnership, browser_of: BrowserOf) -> None:
    cycle = make_cycle(partnership, slug="audit", title="Section 11 audit 2027", edition=make_answering_edition())
    make_ladder(cycle)
    opened, _ = weak_return("1.1", cycle=cycle)
    make_support(opened)
    make_follow_up(opened)
    late = open_return(cycle=cycle, due=date(2026, 9, 1))
    Membership.objects.filter(role=Role.SIGNATORY, unit=late.unit).delete()
    Person.objects.filter(pk=late.lead.person_id).update(bounced_at=datetime(2026, 10, 1, tzinfo=UTC))
    with assert_queries_below(10):
        text = read(client, PATH)
    for told in (
        "1 follow-up waits, for Section 11 audit 2027, and nobody is named as strategic lead",
        "1 support conversation is to be agreed, for Section 11 audit 2027",
        "1 overdue return has no senior person named, whom the chasing ladder would write to, for Section 11 audit 2027.",
        "Emails to 1 person come back",
    ):
        assert told in text
    lead = make_strategic_lead(opened)
    assert "1 follow-up waits for you as strategic lead, for Section 11 audit 2027" in read(signed_in(lead), PATH)
    assert "follow-up" not in read(client, PATH)
    assert "follow-up" not in read(browser_of(Role.EXECUTIVE_VIEWER), PATH)
