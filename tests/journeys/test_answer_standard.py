"""A lead answers a standard in a real browser against the real service."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, Route, expect

from section11.lib.viewer import Viewer
from section11.returns.models import Answer
from tests.browser import PHONE
from tests.factories.browsers import signed_in
from tests.factories.returns import Opened, answer_of, more_leads, open_return

COMMENT = "#s-1_1-comment"


def open_browser(context: BrowserContext, who: Viewer, site: str) -> Page:
    """A window in which this person is signed in."""
    cookie = signed_in(who).cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": site}])
    return context.new_page()


def address(opened: Opened) -> str:
    return reverse("standard", kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "standard_ref": "1"})


@pytest.fixture
def opened(transactional_db: None) -> Opened:
    return open_return()


def test_typing_is_saved_and_stands_there_on_the_next_visit(
    new_browser_context: Callable[..., BrowserContext], site: str, opened: Opened, assert_accessible: Callable[[Page], None]
) -> None:
    page = open_browser(new_browser_context(size=PHONE), opened.lead, site)
    page.goto(address(opened))
    page.locator("#s-1_1").get_by_label("Partially met").check()
    expect(page.locator("#s-1_1-what")).to_be_visible()
    page.fill(COMMENT, "We meet each month.")
    page.fill("#s-1_1-who", "Deputy head")
    page.fill("#s-1_1-what", "Train all staff")
    page.fill("#n-how-text", "We check.")
    page.locator("#n-how-text").blur()
    expect(page.locator("#n-how [data-saved]")).to_contain_text("Saved ")
    expect(page.locator("#s-1_1 [data-saved]")).to_contain_text("Saved ")
    assert_accessible(page)
    page.reload()
    expect(page.locator(COMMENT)).to_have_value("We meet each month.")
    expect(page.locator("#s-1_1-what")).to_have_value("Train all staff")
    expect(page.locator("#n-how-text")).to_have_value("We check.")
    answer = answer_of(opened, "1.1")
    assert answer.level is not None
    assert answer.comment == "We meet each month."


def test_two_people_on_one_answer_lose_nothing(
    new_browser_context: Callable[..., BrowserContext], site: str, opened: Opened, assert_accessible: Callable[[Page], None]
) -> None:
    other = more_leads(opened, 1)[0]
    mine = open_browser(new_browser_context(), opened.lead, site)
    theirs = open_browser(new_browser_context(), other, site)
    mine.goto(address(opened))
    theirs.goto(address(opened))
    theirs.fill(COMMENT, "Their words")
    theirs.locator(COMMENT).blur()
    expect(theirs.locator("#s-1_1 [data-saved]")).to_contain_text("Saved ")
    mine.fill(COMMENT, "My words")
    mine.locator(COMMENT).blur()
    panel = mine.locator("#s-1_1 [data-conflict]")
    expect(panel).to_contain_text(f"{other.name} changed this")
    expect(panel).to_contain_text("Their words")
    assert_accessible(mine)
    mine.get_by_role("button", name="Keep mine").click()
    expect(mine.locator("#s-1_1 [data-saved]")).to_contain_text("Saved ")
    assert answer_of(opened, "1.1").comment == "My words"
    assert Answer.objects.get(pk=answer_of(opened, "1.1").pk).version >= 2


def test_a_lost_session_loses_no_words(new_browser_context: Callable[..., BrowserContext], site: str, opened: Opened) -> None:
    context = new_browser_context()
    page = open_browser(context, opened.lead, site)
    page.goto(address(opened))
    Session.objects.all().delete()
    page.fill(COMMENT, "Typed after the session ended")
    page.locator(COMMENT).blur()
    expect(page.get_by_role("alert")).to_contain_text("You are signed out")
    page.get_by_role("button", name="Sign in again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sign in")
    back = open_browser(context, opened.lead, site)
    back.goto(address(opened))
    expect(back.locator(COMMENT)).to_have_value("Typed after the session ended")
    expect(back.locator("[data-kept-all]")).to_be_visible()
    back.get_by_role("button", name="Save it").click()
    expect(back.locator("#s-1_1 [data-saved]")).to_contain_text("Saved ")
    assert answer_of(opened, "1.1").comment == "Typed after the session ended"


def test_the_plain_button_after_autosave_goes_on_without_a_conflict(
    new_browser_context: Callable[..., BrowserContext], site: str, opened: Opened
) -> None:
    page = open_browser(new_browser_context(), opened.lead, site)
    page.goto(address(opened))
    page.fill(COMMENT, "One")
    page.locator(COMMENT).blur()
    expect(page.locator("#s-1_1 [data-saved]")).to_contain_text("Saved ")
    page.fill(COMMENT, "One and two")
    page.locator(".s11-savebar").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Saved at")
    expect(page.locator(COMMENT)).to_have_value("One and two")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_button_pressed_with_nothing_typed_goes_on_at_once(
    new_browser_context: Callable[..., BrowserContext], site: str, opened: Opened
) -> None:
    page = open_browser(new_browser_context(), opened.lead, site)
    page.goto(address(opened))
    page.locator(".s11-savebar").get_by_role("button", name="Save and see all standards", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(opened.cycle.title)


def test_what_is_typed_before_the_script_has_come_is_saved_too(
    new_browser_context: Callable[..., BrowserContext], site: str, opened: Opened
) -> None:
    page = open_browser(new_browser_context(), opened.lead, site)
    held: list[Route] = []
    page.route("**/section11/answers.js", lambda route: held.append(route))
    with page.expect_request("**/section11/answers.js"):
        page.goto(address(opened), wait_until="commit")
    page.locator("#s-1_1").get_by_label("Met", exact=True).check()
    page.fill(COMMENT, "Typed at once")
    for route in held:
        route.continue_()
    expect(page.locator("#s-1_1 [data-saved]")).to_contain_text("Saved ")
    answer = answer_of(opened, "1.1")
    assert (answer.comment, answer.level and answer.level.key) == ("Typed at once", "met")
    assert page.locator("#s-1_2 [data-saved]").inner_text() == ""


def test_the_keyboard_leads_to_the_next_standard_and_back(
    new_browser_context: Callable[..., BrowserContext], site: str, opened: Opened
) -> None:
    page = open_browser(new_browser_context(), opened.lead, site)
    page.goto(address(opened))
    page.fill(COMMENT, "We meet each month.")
    page.keyboard.press("Alt+Shift+N")
    page.wait_for_url("**/standards/2")
    page.keyboard.press("Alt+Shift+P")
    page.wait_for_url("**/standards/1")
    expect(page.locator(COMMENT)).to_have_value("We meet each month.")
