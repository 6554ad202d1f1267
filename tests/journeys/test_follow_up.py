"""After the returns are in, or not: chasing by the ladder, an address that fails, a deputy, support, and the strategic lead."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from section11.challenge.models import FollowUp, SupportConversation
from section11.cycles.models import Cycle
from section11.directory.vocabulary import Role
from section11.jobs.chores import climb_ladders, follow_up
from section11.lib.clock import now, today
from section11.lib.dates import day_words
from tests.browser import AssertAccessible, NewContext
from tests.factories.cycles import make_ladder
from tests.factories.directory import make_membership, make_person
from tests.factories.follow_up import weak_return
from tests.factories.returns import Opened, open_return
from tests.journeys.steps import already_signed_in, email_of, emails_go, follow, heading, link_in, newest_email, press

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("SECTION11_SCREENSHOTS", "")  # a folder, to look at the pages on the way
DUE = 8  # days since the due date
Look = Callable[[Page, str], None]


@pytest.fixture
def late() -> Opened:
    """A return that is late, in an audit that was due eight days ago."""
    opened = open_return(invited_at=now() - timedelta(days=90))
    Cycle.objects.filter(pk=opened.cycle.pk).update(due=today() - timedelta(days=DUE), opens=today() - timedelta(days=90))
    opened.cycle.refresh_from_db()
    return opened


@pytest.fixture
def look(assert_accessible: AssertAccessible) -> Look:
    def check(page: Page, name: str) -> None:
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
        assert_accessible(page)

    return check


def scheduler_runs() -> None:
    """What the scheduler does every few minutes and seconds."""
    follow_up(now(), lambda: False)
    climb_ladders(now(), lambda: False)
    emails_go()


def test_support_and_the_strategic_lead(
    new_browser_context: NewContext, site: str, late: Opened, look: Callable[[Page, str], None]
) -> None:
    weak, _ = weak_return("1.1", "1.2", "2.1", cycle=late.cycle)
    partnership, cycle = late.cycle.partnership, late.cycle
    make_ladder(cycle)
    Cycle.objects.filter(pk=cycle.pk).update(due=today() - timedelta(days=40))
    strategic = make_membership(make_person("Lena Lead"), Role.EXECUTIVE_VIEWER, of=partnership).person
    # given an officer who names the strategic lead of the sector
    officer = already_signed_in(new_browser_context(), weak.officer, site)
    officer.goto(f"/p/{partnership.slug}/colleagues")
    follow(officer, "Strategic leads for the sectors")
    look(officer, "strategic-leads")
    officer.get_by_role("link", name="Name the strategic lead for").first.click()
    officer.get_by_label("Strategic lead").select_option(label=f"Lena Lead, {strategic.email}")
    look(officer, "set-sector-lead")
    press(officer, "Save")
    # when the scheduler has looked at the figures
    scheduler_runs()
    # then one email tells of the weak return, one of the return that never came
    told = newest_email(strategic.email, "waits for you")
    assert weak.participation.name in told
    assert late.participation.name in newest_email(strategic.email, "has not sent its return")
    # when the strategic lead follows the link, takes it and closes it
    lead = already_signed_in(new_browser_context(), strategic, site)
    lead.goto(link_in(told))
    heading(lead, f"Follow-up of {weak.participation.name}")
    expect(lead.get_by_text("25% (1 of 4 statements met)").first).to_be_visible()
    look(lead, "follow-up")
    press(lead, "I have this follow-up")
    lead.get_by_label("How did it end?").fill("Their chief executive has agreed a plan.")
    press(lead, "Close this follow-up")
    expect(lead.get_by_text("Their chief executive has agreed a plan.")).to_be_visible()
    look(lead, "follow-up-closed")
    follow(lead, "Follow-ups")
    expect(lead.locator("tbody tr").first).to_contain_text(late.participation.name)
    look(lead, "follow-ups")
    assert dict(FollowUp.objects.values_list("invitation", "state")) == {weak.invitation.pk: "closed", late.invitation.pk: "open"}
    # when the officer agrees a support conversation
    officer.goto(f"/p/{partnership.slug}/today")
    look(officer, "today")
    follow(officer, "1 support conversation")
    look(officer, "support-conversations")
    officer.locator("tbody a").first.click()
    follow(officer, "Agree a day")
    press(officer, "Agree this day")
    expect(officer.locator(".govuk-error-summary")).to_contain_text("Say who takes part")
    look(officer, "agree-support-error")
    day = today() + timedelta(days=9)
    for part, value in (("day", day.day), ("month", day.month), ("year", day.year)):
        officer.fill(f"[name=agreed_for-{part}]", str(value))
    officer.get_by_label("Who takes part?").fill("Olive Officer and the head")
    press(officer, "Agree this day")
    look(officer, "support")
    # then the organisation is told, and finds it on its return
    emails_go()
    assert day_words(day) in newest_email(email_of(weak.lead), "a conversation with")
    own = already_signed_in(new_browser_context(), weak.lead, site)
    own.goto(link_in(newest_email(email_of(weak.lead), "a conversation with")))
    expect(own.get_by_text(f"is agreed for {day_words(day)}")).to_be_visible()
    # and reads what was said once it is logged
    follow(officer, "Log what was said")
    officer.get_by_label("What was said and agreed?").fill("Training comes first.")
    look(officer, "log-support")
    press(officer, "Keep the record")
    own.reload()
    expect(own.get_by_text("Training comes first.")).to_be_visible()
    look(own, "return-with-support")
    follow(officer, "Close it")
    officer.get_by_label("How did it end?").fill("A plan is there.")
    press(officer, "Close it")
    assert SupportConversation.objects.get().state == "closed"


def test_the_ladder_a_failing_address_and_a_deputy_without_script(new_browser_context: NewContext, site: str, late: Opened) -> None:
    partnership, cycle = late.cycle.partnership, late.cycle
    officer = already_signed_in(new_browser_context(java_script_enabled=False), late.officer, site)
    lead_email = email_of(late.lead)
    # given an open audit for which an officer writes a ladder
    officer.goto(f"/p/{partnership.slug}/cycles/{cycle.slug}/set-up")
    officer.get_by_role("link", name="Change the chasing ladder").click()
    officer.select_option("[name=row-0-kind]", "overdue")
    officer.fill("[name=row-0-days]", "7")
    press(officer, "See what this would send")
    # then it says to how many it would go before anything is sent
    expect(officer.get_by_text("Not saved yet")).to_be_visible()
    expect(officer.locator("tbody tr").first).to_contain_text("1 email")
    assert not cycle.ladder.exists()
    press(officer, "Save and continue")
    scheduler_runs()
    assert "We have not yet had" in newest_email(lead_email, "is overdue")
    # when that email comes back, and the officer says so
    officer.goto(f"/p/{partnership.slug}/cycles/{cycle.slug}/invitations/{late.invitation.pk}")
    follow(officer, "See how it is chased")
    expect(officer.locator("tbody tr").first).to_contain_text("Sent")
    officer.get_by_role("link", name="is overdue").first.click()
    press(officer, "This came back")
    expect(officer.get_by_text("Came back").first).to_be_visible()
    officer.goto(f"/p/{partnership.slug}/today")
    expect(officer.get_by_text("Emails to 1 person come back")).to_be_visible()
    # and the lead, who still can sign in, names a deputy
    lead = already_signed_in(new_browser_context(java_script_enabled=False), late.lead, site)
    lead.goto(f"/o/{late.unit.organisation.slug}/people/invite")
    lead.get_by_label("Full name").fill("Dee Deputy")
    lead.get_by_label("Email address").fill("dee@example.org")
    lead.get_by_label("Return lead", exact=True).check()
    lead.get_by_label("This return lead is a deputy").check()
    press(lead, "Invite")
    expect(lead.get_by_text("Return lead (deputy)").first).to_be_visible()
    # then the deputy is written to instead
    scheduler_runs()
    assert late.participation.name in newest_email("dee@example.org", "We have not yet had")
    # and the officer says that the lead's address works again
    officer.get_by_role("link", name="1 person").click()
    officer.get_by_role("button", name="The address works again").click()
    expect(officer.get_by_text("Emails go to this address again")).to_be_visible()
