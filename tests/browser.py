"""A real browser against a real server, for the journeys. A missing browser is a failure, never a reason to skip."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NewContext = Callable[..., BrowserContext]
AssertAccessible = Callable[[Page], None]
PHONE, DESKTOP = (390, 844), (1280, 900)
PATIENCE = 30_000  # milliseconds; a busy machine is slow, not broken
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that needs the browser is marked `browser`."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def browser_program() -> str:
    """The path of Chromium or Chrome on this machine."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        raise RuntimeError(f"No browser: install one of {', '.join(PROGRAMS)} (on Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of this process."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=browser_program(), args=["--disable-gpu", "--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture
def site(live_server: LiveServer, settings: Any) -> str:
    """The address of the running product. Links in emails lead there, too."""
    settings.PUBLIC_URL = live_server.url
    return str(live_server.url)


@pytest.fixture
def new_browser_context(browser: Browser, site: str) -> Iterator[NewContext]:
    """Make a fresh browser profile, one a person: `new_browser_context(java_script_enabled=False)` and the like."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        width, height = options.pop("size", DESKTOP)
        context = browser.new_context(
            base_url=site, locale="en-GB", timezone_id="Europe/London", viewport={"width": width, "height": height}, **options
        )
        context.set_default_timeout(PATIENCE)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def page(new_browser_context: NewContext) -> Page:
    """A page with scripts, at desktop width."""
    return new_browser_context().new_page()


@pytest.fixture
def plain_page(new_browser_context: NewContext) -> Page:
    """A page without JavaScript."""
    return new_browser_context(java_script_enabled=False).new_page()


@pytest.fixture
def assert_accessible() -> AssertAccessible:
    """`assert_accessible(page)` fails when axe finds any violation, and says which and where."""

    def check(page: Page) -> None:
        page.wait_for_load_state("load")  # a page that is half there has no main part yet
        found = Axe().run(page)
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check
