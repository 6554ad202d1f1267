"""A challenge from the reading of a return to another level in the figures: with script, and without."""

import pytest
from playwright.sync_api import Page, expect

from section11.challenge.models import AgreedLevel, Challenge
from section11.lib.clock import today
from section11.standards.vocabulary import Form
from tests.browser import AssertAccessible, NewContext
from tests.factories.challenge import make_reviewer
from tests.factories.returns import Opened, answer_everything, open_return, sign_and_submit
from tests.factories.standards import library_edition
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def opened() -> Opened:
    made = open_return(edition=library_edition(), form=Form.LIGHT)
    answer_everything(made)
    return made


def shares(page: Page, opened: Opened, basis: str) -> str:
    """What the figures say of the met share, on a basis."""
    page.goto(f"/p/{opened.officer.slug}/cycles/{opened.cycle.slug}/figures?basis={basis}")
    return page.locator("main").inner_text()


def journey(new_context: NewContext, site: str, opened: Opened, check: AssertAccessible, *, script: bool) -> None:
    reference = sign_and_submit(opened)
    reviewer = make_reviewer(opened.cycle)
    page = steps.already_signed_in(new_context(java_script_enabled=script), reviewer, site)
    # given a reviewer who reads a statement across returns
    page.goto(f"/p/{opened.officer.slug}/submissions/{reference}")
    check(page)
    steps.follow(page, "Read 1.2 across")
    check(page)
    steps.follow(page, "Previous statement: 1.1")
    # when they propose another level for it
    page.get_by_text("Challenge this statement").click()
    page.get_by_label("Proposed level").check()
    page.get_by_label("Which level do you propose?").select_option(index=2)
    page.get_by_label("What do you want to say?").fill("Half of the staff did not know her name.")
    for part, text in (("Day", "31"), ("Month", "3"), ("Year", str(today().year + 1))):
        page.get_by_label(part, exact=True).fill(text)
    steps.press(page, "Raise this challenge")
    expect(page.locator(".govuk-notification-banner")).to_contain_text("The challenge on statement 1.1 is raised.")
    expect(page.get_by_text("With the organisation")).to_be_visible()
    check(page)
    # then the lead is told, and answers with something new
    steps.emails_go()
    lead = new_context(java_script_enabled=script).new_page()
    steps.follow_invited_link(lead, steps.email_of(opened.lead), "a question about the return")
    check(lead)
    steps.follow(lead, "Challenge 1: statement 1.1")
    expect(lead.get_by_text("Half of the staff did not know her name.")).to_be_visible()
    lead.get_by_label("Your answer").fill("We tell them again in June.")
    lead.get_by_label("A reference: say where it is kept").check()
    lead.get_by_label("Where is it kept?").fill("Staff meeting minutes, in the office")
    lead.get_by_label("Name of the new evidence").fill("Minutes of June")
    steps.press(lead, "Send the answer")
    expect(lead.get_by_text("With the partnership")).to_be_visible()
    check(lead)
    # when the reviewer reads the answer and agrees the other level
    steps.emails_go()
    page.goto(steps.link_in(steps.newest_email(steps.email_of(reviewer), "has answered a challenge")))
    expect(page.get_by_text("Minutes of June (Staff meeting minutes, in the office)")).to_be_visible()
    check(page)
    steps.follow(page, "Close this challenge")
    check(page)
    page.get_by_label("Another level was agreed").check()
    page.get_by_label("Which level was agreed?").select_option(index=2)
    page.get_by_label("Why?").fill("Until all staff know her.")
    steps.press(page, "Close it")
    expect(page.get_by_text("Closed: another level was agreed.")).to_be_visible()
    assert Challenge.objects.get().outcome == "level-agreed"
    agreed = AgreedLevel.objects.select_related("level").get().level
    # then the figures differ on the agreed basis, and the organisation sees both
    assert "26 of 26 ratings" in shares(page, opened, "self")
    assert "25 of 26 ratings" in shares(page, opened, "agreed")
    lead.goto(f"/o/{opened.lead.slug}/returns/{opened.return_id}/submissions/{reference}")
    expect(lead.locator("#s-1_1")).to_contain_text(f"Agreed: {agreed.label}")
    page.goto(f"/p/{opened.officer.slug}/cycles/{opened.cycle.slug}/challenges")
    expect(page.get_by_role("row").filter(has_text=opened.participation.name)).to_contain_text("Another level was agreed")
    check(page)


def test_a_reviewer_challenges_and_agrees_another_level(
    new_browser_context: NewContext, site: str, opened: Opened, assert_accessible: AssertAccessible
) -> None:
    journey(new_browser_context, site, opened, assert_accessible, script=True)


def test_the_same_without_script(new_browser_context: NewContext, site: str, opened: Opened) -> None:
    journey(new_browser_context, site, opened, lambda page: None, script=False)
