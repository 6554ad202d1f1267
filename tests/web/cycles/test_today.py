import html
import re
from datetime import UTC, date, datetime

from django.test import Client

from section11.challenge.models import Challenge
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import InvitationState, Progress
from section11.directory.models import Membership, Partnership, Person
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.challenge import answer, make_challenge
from tests.factories.cycles import make_cycle, make_draft, make_invitation, make_ladder
from tests.factories.directory import make_registration
from tests.factories.follow_up import make_follow_up, make_strategic_lead, make_support, weak_return
from tests.factories.judging import make_recommendation
from tests.factories.panels import make_letter
from tests.factories.plans import followed_action
from tests.factories.returns import make_answering_edition, open_return, submitted_return
from tests.plans.acts import ACTS, who_may
from tests.queries import assert_queries_below
from tests.web.cycles.conftest import BrowserOf
from tests.web.cycles.pages import AUDIT, BASE, read

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


def test_each_number_of_an_audit_leads_to_as_many_rows(client: Client, cycle: Cycle) -> None:
    in_time = {"progress": Progress.SUBMITTED, "submissions": 1}
    for submitted in (datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 10, 4, tzinfo=UTC)):
        make_invitation(cycle, submitted_at=submitted, **in_time)
    for progress in (Progress.NOT_OPENED, Progress.OPENED, Progress.SIGNED):
        make_invitation(cycle, progress=progress)
    make_invitation(cycle, due=date(2026, 10, 4))
    make_invitation(cycle, state=InvitationState.EXEMPT)
    page = client.get(PATH).content.decode()
    told = re.findall(r'href="([^"]*/register[^"]*)"[^>]*>\s*(?:<[^>]+>\s*)*([\d,]+)', page)
    assert [number for _, number in told] == ["1", "1", "6", "2", "2", "2", "1"]
    for address, number in told:
        assert re.search(rf", {number} rows?\b", read(client, html.unescape(address))), address


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
    assert f'{AUDIT}/register?state=no-senior"' in client.get(PATH).content.decode()
    assert "Overdue, nobody senior named, 1 row" in read(client, f"{AUDIT}/register?state=no-senior")
    lead = make_strategic_lead(opened)
    assert "1 follow-up waits for you as strategic lead, for Section 11 audit 2027" in read(signed_in(lead), PATH)
    assert "follow-up" not in read(client, PATH)
    assert "follow-up" not in read(browser_of(Role.EXECUTIVE_VIEWER), PATH)


def test_what_is_to_be_read_judged_and_told_in_order_of_urgency(partnership: Partnership, browser_of: BrowserOf) -> None:
    opened, reference = submitted_return(cycle=make_cycle(partnership, slug="audit", title="Audit 2027", edition=make_answering_edition()))
    other, _ = submitted_return(cycle=opened.cycle)
    made = followed_action(cycle=opened.cycle)
    ACTS["finish_action"](who_may(made, "finish_action"), made.action)
    for about in ("statement:1.2", "standard:1"):
        Challenge.objects.filter(pk=make_challenge(opened, reference, about).pk).update(wanted_by=date(2026, 10, 1))
    answer(opened, make_challenge(opened, reference))
    make_recommendation(opened, reference)
    make_letter(other)
    make_follow_up(other)
    Person.objects.filter(pk=opened.lead.person_id).update(bounced_at=datetime(2026, 10, 1, tzinfo=UTC))
    client = signed_in(opened.officer)
    with assert_queries_below(10):
        text = read(client, PATH)
    places = [
        text.index(told)
        for told in (
            "Emails to 1 person come back",
            "1 follow-up waits, for Audit 2027",
            "1 challenge is answered and waits for a decision",
            "1 action marked done and to be confirmed",
            "1 letter is drafted and waits to be approved, for Audit 2027",
            "3 returns are in that you have not read, for Audit 2027",
            "1 return is being judged and has no letter yet, for Audit 2027",
            "What is late or new",
            "2 challenges are past the day on which an answer was wanted, for Audit 2027",
            "3 returns came in during the last seven days",
        )
    ]
    assert places == sorted(places)
    page = client.get(PATH).content.decode()
    for way in (
        "read-first?unseen=1&amp;mine=1",
        "letters?state=begun",
        "letters?state=draft",
        "challenges?state=late",
        "actions?show=done",
    ):
        assert f'{way}"' in page
        assert client.get(page.split(way)[0].rsplit('"', 1)[1] + way.replace("&amp;", "&")).status_code == 200
    begun = client.get(f"{BASE}/cycles/{opened.cycle.slug}/letters?state=begun").content.decode()
    assert begun.count('<th scope="row"') == 1
    other_reader = read(browser_of(Role.REVIEWER), PATH)
    assert "3 returns are in that you have not read" in other_reader
    assert "letter is drafted" not in other_reader
    assert (
        other_reader.index("1 challenge is answered")
        < other_reader.index("What is late or new")
        < other_reader.index("1 action marked done")
    )
    scrutineer = read(browser_of(Role.SCRUTINEER), PATH)
    assert scrutineer.index("What is late or new") < scrutineer.index("1 challenge is answered") < scrutineer.index("1 action marked done")
