"""An officer's work with the keyboard alone: opens an audit, reminds, reads a submission, reads the figures."""

from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from section11.cycles.models import Cycle, Reminder
from section11.cycles.vocabulary import CycleState
from section11.lib.clock import now, today
from section11.standards.vocabulary import Form
from tests.browser import NewContext
from tests.factories.returns import Opened, answer_everything, open_return, sign_and_submit
from tests.journeys.keyboard import Keyboard
from tests.journeys.steps import already_signed_in, heading

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def opened() -> Opened:
    """An audit with a return that is in."""
    made = open_return(form=Form.LIGHT, due=today() + timedelta(days=20))
    answer_everything(made)
    sign_and_submit(made, at=now())
    return made


@pytest.fixture
def late(opened: Opened) -> Opened:
    """A return of the same audit that has not come."""
    return open_return(cycle=opened.cycle, form=Form.LIGHT, due=today() - timedelta(days=3))


@pytest.fixture
def context(new_browser_context: NewContext) -> BrowserContext:
    return new_browser_context()


@pytest.fixture
def officer(context: BrowserContext, opened: Opened, site: str) -> Page:
    return already_signed_in(context, opened.officer, site)


def test_an_officer_opens_an_audit_by_keyboard(officer: Page, opened: Opened) -> None:
    hands = Keyboard(officer)
    officer.goto(f"/p/{opened.cycle.partnership.slug}/today")
    go(hands, "Cycles", "Audit cycles")
    hands.skip_to_content()
    go(hands, "Set up a new audit", "Set up a new audit")
    hands.type("What is this audit called.*", "Audit by hand")
    officer.keyboard.press("Enter")
    heading(officer, "Audit by hand")
    go(hands, "Tool and edition", "Which standards does this audit ask?")
    hands.choose("Small standards.*", "Small standards.*")
    go(hands, "Save and continue", "Audit by hand")
    go(hands, "Forms", "Which form do most organisations get?")
    hands.choose("Full.*", "Light.*")
    go(hands, "Save and continue", "Audit by hand")
    go(hands, "Dates", "Dates")
    for part, value in (("Day", today().day), ("Month", today().month), ("Year", today().year)):
        hands.retype(part, str(value))
    for part, value in (("Day", 31), ("Month", 3), ("Year", today().year + 1)):
        hands.retype(part, str(value))
    go(hands, "Save and continue", "Audit by hand")
    go(hands, "Check and open", "Check before you open the audit")
    go(hands, "Go on to open the audit", "Open Audit by hand")
    hands.press("Open the audit")
    expect(officer.get_by_text("Nobody is invited yet")).to_be_visible()
    assert Cycle.objects.get(title="Audit by hand").state == CycleState.OPEN


def test_an_officer_reminds_reads_a_submission_and_the_figures_by_keyboard(officer: Page, opened: Opened, late: Opened) -> None:
    hands = Keyboard(officer)
    # remind the one that is late
    officer.goto(f"/p/{opened.cycle.partnership.slug}/today")
    go(hands, "Watch", "Register of returns")
    hands.skip_to_content()
    hands.tick(f"Choose {late.participation.name}.*")
    hands.press("Remind those chosen")
    officer.wait_for_url("**/remind**")
    hands.press("See how it reads")
    expect(officer.locator(".s11-email")).to_be_visible()
    hands.press("Send 1 email")
    expect(officer.locator(".govuk-notification-banner")).to_contain_text("on the way")
    assert [one.invitation_id for one in Reminder.objects.all()] == [late.invitation.pk]
    # read what came in
    go(hands, rf"{opened.participation.name}.*", opened.participation.name)
    hands.press(r"\w{4}-\w{4}")
    officer.wait_for_url("**/submissions/**")
    expect(officer.get_by_text("Leadership").first).to_be_visible()
    # and what it comes to, down to the returns behind a number
    go(hands, "Results", "Figures")
    hands.skip_to_content()
    hands.press(r"50% of units answered")
    expect(officer.get_by_role("row").filter(has_text=opened.participation.name)).to_have_count(1)


def go(hands: Keyboard, name: str, to: str) -> None:
    """Press what is called this, and come to the page with that heading."""
    hands.press(name)
    heading(hands.page, to)
