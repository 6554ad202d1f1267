"""A whole return with the keyboard alone: no click anywhere, the focus always seen."""

import pytest
from playwright.sync_api import Page, expect

from section11.standards.vocabulary import Form
from tests.factories.returns import Opened, answer_of, open_return
from tests.journeys.keyboard import Keyboard
from tests.journeys.steps import code_for, email_of, heading

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def opened() -> Opened:
    return open_return(form=Form.LIGHT)


def test_a_lead_signs_in_answers_signs_and_submits_by_keyboard(page: Page, opened: Opened) -> None:
    hands, email = Keyboard(page), email_of(opened.lead)
    # given a lead who signs in
    page.goto("/sign-in")
    hands.skip_to_content()
    hands.type("Email address", email)
    page.keyboard.press("Enter")
    heading(page, "Enter your code")
    hands.type("Sign-in code.*", code_for(email))
    page.keyboard.press("Enter")
    expect(page.get_by_text("0 of 2 statements answered")).to_be_visible()
    # when they answer both standards
    hands.skip_to_content()
    hands.press(r"1\. Leadership")
    heading(page, "Leadership")
    hands.choose("Met", "Partially met")
    expect(page.locator("#s-1_1-what")).to_be_visible()
    hands.type("What you do now.*", "We meet each month.")
    hands.type("What will you do.*", "Train every volunteer")
    hands.type("Who leads.*", "Deputy head")
    hands.type("Day", "31")
    hands.type("Month", "5")
    hands.type("Year", "2030")
    hands.press("Save and go to the next standard")
    heading(page, "Training")
    hands.choose("Met", "Met")
    hands.press("Save and see all standards")
    heading(page, opened.cycle.title)
    # and check, sign for themselves and submit
    hands.press("Check and submit")
    heading(page, "Check and submit")
    hands.choose(rf"{opened.signatory.name} .*", "I am the accountable senior person myself")
    hands.press("Ask for sign-off")
    page.wait_for_url("**/sign-off")
    hands.choose("Yes. It is a fair account.*", "Yes. It is a fair account.*")
    hands.type("Your role.*", "Manager")
    hands.press("Continue")
    page.wait_for_url("**/submit")
    hands.press("Submit return")
    heading(page, "Return submitted")
    assert answer_of(opened, "1.1").comment == "We meet each month."
