"""The stranger's pages at two widths, with and without script; how much a first view loads."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.browser import DESKTOP, PHONE
from tests.factories.standards import library_edition
from tests.web.components.gallery import gallery

FIRST_VIEW = 120_000


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_page_that_is_not_there_is_accessible_and_fits(
    new_browser_context: Callable[..., BrowserContext], assert_accessible: Callable[[Page], None], size: tuple[int, int]
) -> None:
    page = new_browser_context(size=size).new_page()
    page.goto("/nothing")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("data", [None, {"name": "", "due-day": "31"}], ids=["fresh", "with errors"])
def test_every_component_is_accessible(
    new_browser_context: Callable[..., BrowserContext],
    assert_accessible: Callable[[Page], None],
    size: tuple[int, int],
    data: dict[str, str] | None,
) -> None:
    page = new_browser_context(size=size).new_page()
    page.route("**/gallery", lambda route: route.fulfill(body=gallery(data), content_type="text/html"))
    page.goto("/gallery")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_first_view_is_light_and_asks_no_third_party(page: Page, site: str) -> None:
    loaded: dict[str, int] = {}

    def note(response: Response) -> None:
        loaded[response.url] = len(response.body())

    page.on("response", note)
    page.goto("/", wait_until="networkidle")
    assert {urlsplit(url).netloc for url in loaded} == {urlsplit(site).netloc}
    assert {url.rpartition("/")[2] for url in loaded} >= {"govuk.css", "section11.css", "page.js", "base.js"}
    assert sum(loaded.values()) <= FIRST_VIEW, loaded


def test_the_pages_work_without_script_and_by_keyboard(plain_page: Page) -> None:
    plain_page.goto("/")
    plain_page.keyboard.press("Tab")
    assert plain_page.evaluate("document.activeElement.textContent") == "Skip to main content"
    plain_page.get_by_role("link", name="How to answer well").focus()
    plain_page.keyboard.press("Enter")
    assert plain_page.get_by_role("heading", level=1).inner_text() == "How to answer well"


def test_it_prints_without_what_is_only_for_the_screen(page: Page) -> None:
    page.goto("/help/answer-well")
    page.emulate_media(media="print")
    for hidden in (".s11-contents", ".s11-related", ".govuk-footer", ".govuk-breadcrumbs"):
        assert not page.locator(hidden).is_visible()
    assert page.get_by_role("heading", level=1).is_visible()


def test_the_library_is_read_for_one_reader_and_prints_whole(plain_page: Page) -> None:
    library_edition()
    plain_page.goto("/library")
    plain_page.get_by_role("link", name="Section 11 standards").click()
    plain_page.get_by_label("Show the words for").select_option("School")
    plain_page.get_by_role("button", name="Show").click()
    plain_page.get_by_role("link", name="Read standard 1 with its guidance").click()
    expect(plain_page.get_by_role("heading", name="School: what this means for you").first).to_be_visible()
    plain_page.get_by_role("link", name="Next standard").click()
    assert plain_page.url.endswith("/library/section-11/2026.1/2?kind=school")
    plain_page.emulate_media(media="print")
    for hidden in (".s11-filters", ".s11-contents", ".govuk-pagination"):
        assert not plain_page.locator(hidden).is_visible()
    expect(plain_page.get_by_text("For: School")).to_be_visible()
