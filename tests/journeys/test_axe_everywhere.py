"""Every page, at the widths of a phone and a desk: accessible, no wider than the window, light, quiet, and from one host."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from section11.web.who_may import Scope
from tests.browser import DESKTOP, PHONE, AssertAccessible, NewContext
from tests.factories.browsers import signed_in
from tests.journeys.everywhere import Visit, visits

pytestmark = pytest.mark.django_db(transaction=True)

FIRST_VIEW = 120 * 1024  # bytes of HTML, CSS and JavaScript, before anything is compressed
WHOLE = (  # where a whole standard or a whole return is read at once: those bytes as they are sent
    "pack",
    "standard",
    "return_copy",
    "check_return",
    "sign_off",
    "submission",
    "own_submission",
    "organisation_journey",
    "own_journey",
)
WEIGHTS = """(part) => Object.fromEntries(
  [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .map((one) => [new URL(one.name).pathname, one[part]])
    .filter(([path]) => !/\\.(svg|png|ico)$/.test(path)))"""


class Watch:
    """What a page says and asks for while it loads, and what it weighs then."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.host = page, urlsplit(site).netloc
        self.said: list[str] = []
        self.sizes: dict[tuple[str, str], int] = {}  # what comes from the browser's own memory may say that it weighs nothing
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("request", self.look)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.said.append(f"console: {message.text}")

    def look(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.host:
            self.said.append(f"asks {request.url}")

    def open(self, name: str, address: str) -> list[str]:
        """Go there; everything that is wrong about it."""
        self.said = []
        response = self.page.goto(address, wait_until="load")
        assert response
        found = [*self.said]
        if response.status != 200:
            found.append(f"status {response.status}")
        part = "encodedBodySize" if name in WHOLE else "decodedBodySize"
        weights = self.page.evaluate(WEIGHTS, part)
        self.sizes |= {(part, path): max(size, self.sizes.get((part, path), 0)) for path, size in weights.items()}
        if (weight := sum(self.sizes[part, path] for path in weights)) > FIRST_VIEW:
            found.append(f"weighs {weight}, of which the page itself {weights.get(urlsplit(self.page.url).path)}")
        if self.page.locator("h1").count() != 1:
            found.append(f"has {self.page.locator('h1').count()} main headings")
        return found

    def fit(self, size: tuple[int, int], assert_accessible: AssertAccessible) -> list[str]:
        """What is wrong with the page in a window of that size."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        found = []
        wide, room = self.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if wide > room + 2:
            found.append(f"is {wide} wide in {room}")
        try:
            assert_accessible(self.page)
        except AssertionError as violations:
            found.append(f"in {room}: {violations}")
        return found


def enter(context: BrowserContext, visit: Visit, site: str) -> None:
    """Be that person from here on."""
    context.clear_cookies()
    if visit.who:
        context.add_cookies([{"name": "sessionid", "value": signed_in(visit.who).cookies["sessionid"].value, "url": site}])


@pytest.mark.parametrize("scope", [Scope.PUBLIC, Scope.PERSON, Scope.PARTNERSHIP, Scope.ORGANISATION], ids=str)
def test_every_page_can_be_used_by_everybody(
    new_browser_context: NewContext, assert_accessible: AssertAccessible, site: str, scope: Scope
) -> None:
    context = new_browser_context()
    watch = Watch(context.new_page(), site)
    found: list[str] = []
    for visit in visits(scope):
        enter(context, visit, site)
        faults = watch.open(visit.name, visit.address) + watch.fit(PHONE, assert_accessible) + watch.fit(DESKTOP, assert_accessible)
        found += [f"{visit.name} ({visit.state}) {visit.address}: {fault}" for fault in faults]
    assert found == [], "\n".join(found)
