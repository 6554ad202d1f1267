"""What people do again and again: read their email, sign in, rate a statement, save."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.core import mail
from playwright.sync_api import BrowserContext, Page, expect

from section11.directory.models import Person
from section11.jobs.chores import tell
from section11.lib.clock import now
from section11.lib.viewer import Viewer
from tests.factories.browsers import signed_in


def emails_go() -> None:
    """The scheduler makes and sends the emails that are due, as it does every two seconds."""
    tell(now(), lambda: False)


def newest_email(to: str, about: str = "") -> str:
    """The text of the last email that this person got, about that."""
    found = [one for one in mail.outbox if to in one.to[0] and about in f"{one.subject}\n{one.body}"]
    assert found, f"no email to {to} about {about!r} among {[(one.to, one.subject) for one in mail.outbox]}"
    return str(found[-1].body)


def link_in(text: str) -> str:
    """The first address in an email."""
    found = re.search(r"https?://\S+", text)
    assert found, text
    return found.group()


def code_for(email: str) -> str:
    """The sign-in code that was sent to this address last."""
    found = re.search(r"\d{4}-\d{4}", newest_email(email))
    assert found
    return found.group()


def heading(page: Page, text: str) -> None:
    """The page is the one with this heading."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def press(page: Page, name: str) -> None:
    """Press the button of that name."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """Follow the first link that says so; some look like buttons."""
    page.locator("a").filter(has_text=name).first.click()


def sign_in(page: Page, email: str) -> None:
    """From the start page, by a code sent to one's address."""
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(email)
    press(page, "Send me a code")
    enter_code(page, email)


def enter_code(page: Page, email: str) -> None:
    """Type the code from the email."""
    heading(page, "Enter your code")
    page.get_by_label("Sign-in code").fill(code_for(email))
    press(page, "Sign in")


def follow_invited_link(page: Page, email: str, about: str = "") -> None:
    """Open the link of the newest email about that, and sign in with a code sent to the same address."""
    page.goto(link_in(newest_email(email, about)))
    page.get_by_role("button", name="Send a code to").click()
    enter_code(page, email)


def already_signed_in(context: BrowserContext, who: Person | Viewer, site: str) -> Page:
    """A window of somebody whose signing in was shown elsewhere."""
    context.add_cookies([{"name": "sessionid", "value": signed_in(who).cookies["sessionid"].value, "url": site}])
    return context.new_page()


def email_of(viewer: Viewer) -> str:
    """Where this person gets email."""
    return Person.objects.get(pk=viewer.person_id).email


def statement(ref: str) -> str:
    """Where a statement stands on its page."""
    return "#s-" + ref.replace(".", "_")


def rate(page: Page, ref: str, level: str = "Met") -> None:
    """Choose a level of a statement."""
    page.locator(statement(ref)).get_by_role("radio", name=level, exact=True).check()


def statements_on(page: Page) -> list[str]:
    """The refs of the statements that a standard's page asks."""
    return [ref.replace("_", ".")[2:] for ref in page.locator("section[id^='s-']").evaluate_all("all => all.map(one => one.id)")]


def saves_itself(page: Page, where: str) -> None:
    """What was typed there is saved without a button."""
    expect(page.locator(where).locator("[data-saved]")).to_contain_text("Saved ")


def fill_action(page: Page, ref: str, what: str = "Train every volunteer") -> None:
    """What, who and by when."""
    fields = statement(ref)
    page.fill(f"{fields}-what", what)
    page.fill(f"{fields}-how", "Two evenings in spring")
    page.fill(f"{fields}-who", "Deputy head")
    for part, text in (("day", "31"), ("month", "5"), ("year", str(now().year + 1))):
        page.fill(f"{fields}-due-{part}", text)


def press_save(page: Page, name: str = "Save") -> None:
    """One of the buttons at the end of a standard."""
    page.locator(".s11-savebar").get_by_role("button", name=name, exact=True).click()


@contextmanager
def downloading(page: Page) -> Iterator[list[bytes]]:
    """What the link followed inside gives; its first item is the file's content."""
    got: list[bytes] = []
    with page.expect_download() as download:
        yield got
    got.append(download.value.path().read_bytes())


def is_absent(page: Page, address: str) -> None:
    """To this person there is nothing there."""
    response = page.goto(address)
    assert response
    assert response.status == 404, address
