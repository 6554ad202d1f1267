"""Into the product: by an invited link, by one's address, and back again after the session has ended."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from playwright.sync_api import Page, expect

from section11.directory.models import Person
from section11.directory.queries.invited_links import invited_address
from section11.directory.vocabulary import Role
from tests.browser import AssertAccessible, NewContext
from tests.factories.directory import make_membership, make_organisation, make_person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def joan() -> Person:
    organisation = make_organisation("Oak Surgery")
    return make_membership(make_person("Joan Cole", email="joan@example.org"), Role.RETURN_LEAD, of=organisation).person


def newest_code() -> str:
    found = re.search(r"\d{4}-\d{4}", str(mail.outbox[-1].body))
    assert found
    return found.group()


@pytest.mark.parametrize("scripts", [True, False])
def test_given_an_invited_link_when_she_enters_the_code_then_she_is_where_it_leads(
    new_browser_context: NewContext, joan: Person, assert_accessible: AssertAccessible, scripts: bool
) -> None:
    page = new_browser_context(java_script_enabled=scripts).new_page()
    page.goto(invited_address(person_ref=joan.ref, page="/o/oak-surgery/people", by="Riverside Partnership", what="Section 11 audit 2027"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Section 11 audit 2027")
    if scripts:
        assert_accessible(page)
    page.get_by_role("button", name="Send a code to j•••@example.org").click()
    expect(page.get_by_text("j•••@example.org")).to_be_visible()
    page.get_by_label("Sign-in code").fill("0000-0000")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the code as it stands in the email")
    if scripts:
        assert_accessible(page)
    page.get_by_label("Sign-in code").fill(newest_code())
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    assert page.url.endswith("/o/oak-surgery/people")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()


def test_given_only_a_keyboard_when_she_asks_for_a_code_then_she_gets_in(page: Page, joan: Person) -> None:
    page.goto("/sign-in")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "id_email":
            break
    page.keyboard.type("joan@example.org")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/code")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "id_code":
            break
    page.keyboard.type(newest_code())
    page.keyboard.press("Enter")
    page.wait_for_url("**/your-returns")


def test_given_an_ended_session_when_she_posts_without_script_then_she_signs_in_and_is_back(plain_page: Page, joan: Person) -> None:
    page = plain_page
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(joan.email)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Sign-in code").fill(newest_code())
    page.get_by_role("button", name="Sign in").click()
    page.goto("/o/oak-surgery/people/invite")
    page.get_by_label("Full name").fill("Con Bell")
    Session.objects.all().delete()
    page.get_by_role("button", name="Invite").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Con Bell")
    page.get_by_role("link", name="Sign in again").click()
    page.get_by_label("Email address").fill(joan.email)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Sign-in code").fill(newest_code())
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Invite a person")
