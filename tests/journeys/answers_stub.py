"""A page with answers to type, and a service that saves them, fails, conflicts or waits as a test asks."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs

from playwright.sync_api import BrowserContext, Page, Route

PAGE = Path(__file__).with_suffix(".html").read_text()
THEIRS = {"version": 9, "by": "Ben", "mine": {}, "theirs": {"level": "unmet", "comment": "Ben's words", "reason": ""}}


@dataclass
class Service:
    """What the page talks to. `answers` are given out first; without any it saves."""

    posts: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    answers: list[Callable[[Route], None]] = field(default_factory=list)
    waiting: list[Route] = field(default_factory=list)
    versions: dict[str, int] = field(default_factory=dict)
    person: str = "person:ama"
    comment: str = ""
    met: str = ""
    unsaved: str = ""
    whole: list[dict[str, str]] = field(default_factory=list)

    def start(self, context: BrowserContext) -> None:
        """Answer everything below /stub."""
        context.route("**/stub**", self.answer)
        context.route("**/stub/**", self.answer)

    def answer(self, route: Route) -> None:
        """The page, a save, or what the test has in store."""
        address = route.request.url.partition("/stub")[2]
        fields = {name: texts[0] for name, texts in parse_qs(route.request.post_data or "", keep_blank_values=True).items()}
        if address == "" and route.request.method == "GET":
            page = PAGE
            version = self.versions.get("/answers/1.1", 3)
            for name, text in (
                ("person", self.person),
                ("comment", self.comment),
                ("met", self.met),
                ("unsaved", self.unsaved),
                ("version", version),
            ):
                page = page.replace("{" + name + "}", str(text))
            route.fulfill(body=page, content_type="text/html")
        elif address in ("/whole", "/sign-out"):
            self.whole.append(fields)
            route.fulfill(body="<title>Gone on</title>", content_type="text/html")
        else:
            self.posts.append((address, fields))
            (self.answers.pop(0) if self.answers else self.save)(route)

    def save(self, route: Route) -> None:
        """200 with the next version."""
        address = route.request.url.partition("/stub")[2]
        self.versions[address] = self.versions.get(address, 3) + 1
        reply(200, {"version": self.versions[address], "saved_at": "14:02", "was": "mark", "id": 7})(route)

    def wait(self, route: Route) -> None:
        """Keep the request until the test lets it go on."""
        self.waiting.append(route)


def reply(status: int, said: object) -> Callable[[Route], None]:
    """An answer in JSON."""
    return lambda route: route.fulfill(status=status, body=json.dumps(said), content_type="application/json")


def cut(route: Route) -> None:
    """No connection."""
    route.abort("connectionfailed")


def write(page: Page, text: str, label: str = "What you do now") -> None:
    """Type into a box and leave it."""
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label(label, exact=True).blur()


def kept(page: Page) -> int:
    return int(page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('section11:')).length"))
