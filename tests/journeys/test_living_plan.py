"""After the audit: an organisation works through its plan, the partnership helps, opens an action again and confirms it."""

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from section11.cycles.operations.close_cycle import close_cycle
from section11.lib.clock import now
from tests.browser import AssertAccessible, NewContext
from tests.factories.plans import Followed, followed_action
from tests.factories.returns import ACTION
from tests.factories.standards import library_edition
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def followed() -> Followed:
    """An action of a return that was submitted, in an audit that is closed by now."""
    made = followed_action(edition=library_edition(), form="light")
    close_cycle(made.opened.officer, made.opened.cycle.slug, at=now())
    return made


def plan_of(followed: Followed) -> str:
    return f"/o/{followed.opened.unit.organisation.slug}/plan"


def actions_of(followed: Followed) -> str:
    return f"/p/{followed.opened.cycle.partnership.slug}/actions"


def finish(page: Page, what: str) -> None:
    """Say that the action is done, and where that is written down."""
    page.get_by_label("What was done?").fill(what)
    page.get_by_label("Who was better off, and how do you know?").fill("Children say that they know whom to ask.")
    page.get_by_role("radio", name="A reference").check()
    page.get_by_label("Where is it kept?").fill("In the office")
    page.get_by_label("Name of this evidence").fill(f"Record: {what}")
    steps.press(page, "Mark as done")


def test_a_plan_is_worked_through_together(
    new_browser_context: NewContext, assert_accessible: AssertAccessible, site: str, followed: Followed
) -> None:
    opened = followed.opened
    lead = steps.already_signed_in(new_browser_context(), opened.lead, site)
    officer = steps.already_signed_in(new_browser_context(), opened.officer, site)

    # the lead says how it is going, in its place in the plan, and asks for help
    lead.goto(plan_of(followed))
    assert_accessible(lead)
    lead.get_by_role("link", name=f"Update {ACTION.what}").click()
    lead.get_by_role("radio", name="Amber").check()
    lead.get_by_label("Progress so far").fill("Half of them are trained")
    assert_accessible(lead)
    steps.press(lead, "Save progress")
    expect(lead.get_by_text("Progress: Half of them are trained")).to_be_visible()
    with steps.downloading(lead) as calendar:
        steps.follow(lead, "Download the due dates for your calendar")
    [event] = Calendar.from_ical(calendar[0]).walk("VEVENT")
    assert event.decoded("dtstart") == ACTION.due
    steps.follow(lead, ACTION.what)
    steps.follow(lead, "Ask for support")
    lead.get_by_label("What support would you like?").fill("A trainer for the rest")
    assert_accessible(lead)
    steps.press(lead, "Send")

    # an officer finds it and answers
    officer.goto(f"/p/{opened.cycle.partnership.slug}/today")
    officer.get_by_role("link", name="1 action", exact=True).click()
    expect(officer.get_by_text("Asks for support", exact=True)).to_be_visible()
    assert_accessible(officer)
    steps.follow(officer, ACTION.what)
    expect(officer.get_by_text("A trainer for the rest")).to_be_visible()
    assert_accessible(officer)
    steps.follow(officer, "Answer")
    officer.get_by_label("What support can you give?").fill("Ours comes on Tuesday")
    steps.press(officer, "Send")

    # the lead is told, and says that it is done
    steps.emails_go()
    lead.goto(steps.link_in(steps.newest_email(steps.email_of(opened.lead), "an answer about support")))
    expect(lead.get_by_text("Ours comes on Tuesday")).to_be_visible()
    steps.follow(lead, "Mark as done")
    steps.press(lead, "Mark as done")
    expect(lead.get_by_role("link", name="Say what was done")).to_be_visible()
    assert_accessible(lead)
    finish(lead, "Ten are trained")
    assert_accessible(lead)

    # the officer opens it again, the lead finishes it, the officer confirms
    officer.goto(f"{actions_of(followed)}?show=done")
    steps.follow(officer, ACTION.what)
    steps.follow(officer, "Open it again")
    officer.get_by_label("What is still to be done?").fill("Two are missing")
    assert_accessible(officer)
    steps.press(officer, "Open it again")
    steps.emails_go()
    lead.goto(steps.link_in(steps.newest_email(steps.email_of(opened.lead), "open again")))
    expect(lead.get_by_text("Two are missing")).to_be_visible()
    steps.follow(lead, "Mark as done")
    finish(lead, "All twelve are trained")
    officer.goto(f"{actions_of(followed)}/{followed.action_id}")
    expect(officer.get_by_text("All twelve are trained").first).to_be_visible()
    steps.follow(officer, "Confirm that it is done")
    assert_accessible(officer)
    steps.press(officer, "Confirm")
    expect(officer.get_by_text("Done and confirmed.")).to_be_visible()
    steps.emails_go()
    lead.goto(steps.link_in(steps.newest_email(steps.email_of(opened.lead), "is confirmed")))
    expect(lead.get_by_text("Done, and confirmed.")).to_be_visible()
    assert_accessible(lead)


def test_without_script_two_people_at_once_lose_nothing(new_browser_context: NewContext, site: str, followed: Followed) -> None:
    opened = followed.opened
    lead = steps.already_signed_in(new_browser_context(java_script_enabled=False), opened.lead, site)
    colleague = steps.already_signed_in(new_browser_context(java_script_enabled=False), opened.contributor, site)
    for page in (lead, colleague):
        page.goto(f"{plan_of(followed)}/{followed.action_id}/update")
    colleague.get_by_label("Progress so far").fill("Colleague: ten are trained")
    steps.press(colleague, "Save progress")
    lead.get_by_label("Progress so far").fill("Lead: eleven are trained")
    steps.press(lead, "Save progress")
    expect(lead.get_by_text(f"{opened.contributor.name} changed this action in the meantime")).to_be_visible()
    expect(lead.get_by_text("Colleague: ten are trained")).to_be_visible()
    expect(lead.get_by_label("Progress so far")).to_have_value("Lead: eleven are trained")
    steps.press(lead, "Save progress")
    expect(lead.get_by_text("Progress: Lead: eleven are trained")).to_be_visible()
    steps.follow(lead, ACTION.what)
    steps.follow(lead, "Mark as done")
    finish(lead, "All are trained")
    officer = steps.already_signed_in(new_browser_context(java_script_enabled=False), opened.officer, site)
    officer.goto(actions_of(followed))
    officer.get_by_role("link", name="done, to be confirmed").click()
    steps.follow(officer, ACTION.what)
    steps.follow(officer, "Confirm that it is done")
    steps.press(officer, "Confirm")
    assert followed.action.state == "confirmed"
