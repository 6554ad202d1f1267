"""Where a person can go from the page they are on. A route that does not exist, or that the viewer may not reach, is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from section11.lib.viewer import Viewer
from section11.web.access import ACCESS


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu: what it says, where it leads, and which parts of the present address it needs.

    `current` is the page of the running audit (web.cycles.current_cycle) to offer where the address names no audit.
    `below` are routes of pages that stand under it although their addresses do not.
    """

    label: str
    route: str
    parts: tuple[str, ...]
    current: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A line of a menu as shown. `current` is `page` on that very page, `true` below it, else empty."""

    label: str
    address: str
    current: str = ""


PARTNERSHIP = ("partnership",)
ORGANISATION = ("organisation",)

PARTNERSHIP_MENU = (
    Entry("Today", "today", PARTNERSHIP),
    Entry("Cycles", "cycles", PARTNERSHIP),
    Entry("Organisations", "organisations", PARTNERSHIP),
    Entry("Actions", "watch_actions", PARTNERSHIP),
    Entry("Colleagues", "colleagues", PARTNERSHIP),
    Entry("Emails", "emails", PARTNERSHIP),
    Entry("Activity", "partnership_activity", PARTNERSHIP),
)
ORGANISATION_MENU = (
    Entry("Your returns", "organisation_returns", ORGANISATION),
    Entry("Improvement plan", "improvement_plan", ORGANISATION),
    Entry("Good practice", "shared_practice", ORGANISATION),
    Entry("People", "organisation_people", ORGANISATION),
    Entry("Activity", "organisation_activity", ORGANISATION),
)
FOOTER = (
    Entry("Help", "help_index", ()),
    Entry("Accessibility", "accessibility_statement", ()),
    Entry("Privacy", "privacy_notice", ()),
)


def address_of(route: str, **parts: str) -> str:
    """The address of a route; empty when there is no such route with those parts."""
    try:
        return reverse(route, kwargs=parts)
    except NoReverseMatch:
        return ""


def links(menu: Sequence[Entry], viewer: Viewer | None, parts: dict[str, str], path: str, route: str = "") -> list[Link]:
    """The lines of a menu that this viewer may follow from this address, the current one marked."""
    found: list[Link] = []
    above = ""
    for entry in menu:
        access = ACCESS.get(entry.route)
        if access is None or (access.roles and (viewer is None or not viewer.has(*access.roles))):
            continue
        if set(entry.parts) <= set(parts):
            address = address_of(entry.route, **{part: parts[part] for part in entry.parts})
        elif entry.current and "partnership" in parts:
            address = address_of("current_cycle", partnership=parts["partnership"], page=entry.current)
        else:
            continue
        if address:
            found.append(Link(entry.label, address))
            above = address if route in entry.below else above
    nearest = above or max((link.address for link in found if path.startswith(link.address)), key=len, default="")
    return [Link(link.label, link.address, _current(link.address, nearest, path)) for link in found]


def _current(address: str, nearest: str, path: str) -> str:
    if address != nearest:
        return ""
    return "page" if address == path else "true"


def parts_of(request: HttpRequest) -> dict[str, str]:
    """The parts of the address of this page, by name."""
    match = request.resolver_match
    return {name: str(value) for name, value in match.kwargs.items()} if match else {}


def page_links(request: HttpRequest) -> list[Link]:
    """The menu of the partnership or the organisation that the address of this page names; none elsewhere."""
    parts = parts_of(request)
    menu = PARTNERSHIP_MENU if "partnership" in parts else ORGANISATION_MENU if "organisation" in parts else ()
    return links(menu, getattr(request, "viewer", None), parts, request.path)
