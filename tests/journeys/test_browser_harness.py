"""The browser fixtures themselves."""

from playwright.sync_api import Page

from section11.directory.models import Person
from tests.factories.directory import make_person


def test_a_browser_reaches_the_running_product(page: Page) -> None:
    page.goto("/readyz")
    assert page.locator("body").inner_text() == "ready"


def test_one_without_scripts_does_too(plain_page: Page) -> None:
    plain_page.goto("/healthz")
    assert plain_page.locator("body").inner_text() == "ok"


def test_rows_may_be_made_while_the_browser_runs(page: Page) -> None:
    make_person()
    page.goto("/readyz")
    assert Person.objects.count() == 1
