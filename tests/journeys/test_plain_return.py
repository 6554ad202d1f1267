"""A whole return without JavaScript: every step by plain links and buttons."""

import pytest
from playwright.sync_api import Page, expect

from section11.standards.vocabulary import Form
from tests.browser import NewContext
from tests.factories.returns import Opened, answer_of, narrative_of, open_return
from tests.journeys.steps import email_of, emails_go, enter_code, fill_action, follow, follow_invited_link, heading, press, press_save, rate

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def opened() -> Opened:
    return open_return(form=Form.LIGHT)


def test_a_lead_answers_has_it_signed_and_submits_without_script(plain_page: Page, new_browser_context: NewContext, opened: Opened) -> None:
    page, email = plain_page, email_of(opened.lead)
    # given a lead who signs in
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(email)
    press(page, "Send me a code")
    enter_code(page, email)
    expect(page.get_by_text("0 of 2 statements answered")).to_be_visible()
    # when they answer both standards and save by the button
    follow(page, "1. Leadership")
    rate(page, "1.1", "Partially met")
    page.fill("#s-1_1-comment", "We meet each month.")
    page.fill("#n-how-text", "Our board has a lead.")
    press_save(page)
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Saved at")
    fill_action(page, "1.1")  # the level wants one, and the page shows where now
    press_save(page, "Save and go to the next standard")
    heading(page, "Training")
    # then the check names what is missing
    follow(page, "All standards")
    follow(page, "Check and submit")
    expect(page.locator(".s11-missing li")).to_have_count(1)
    page.locator(".s11-missing li a").click()
    rate(page, "2.1")
    press_save(page, "Save and see all standards")
    follow(page, "Check and submit")
    # when the signatory, without script too, approves
    page.get_by_label(f"{opened.signatory.name} (").check()
    press(page, "Ask for sign-off")
    emails_go()
    signatory = new_browser_context(java_script_enabled=False).new_page()
    follow_invited_link(signatory, email_of(opened.signatory), "approve")
    signatory.get_by_label("Yes. It is a fair account").check()
    press(signatory, "Continue")
    expect(signatory.get_by_role("alert")).to_contain_text("role")
    signatory.get_by_label("Your role").fill("Headteacher")
    press(signatory, "Continue")
    expect(signatory.get_by_text(f"{opened.signatory.name}, Headteacher")).to_be_visible()
    # then the lead submits
    page.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}")
    follow(page, "Submit this return")
    press(page, "Submit return")
    heading(page, "Return submitted")
    assert answer_of(opened, "1.1").comment == "We meet each month."
    assert narrative_of(opened, "1").text == "Our board has a lead."
