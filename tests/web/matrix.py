"""Tries addresses as somebody, and says which answered that should not have."""

from collections.abc import Callable, Collection, Iterator

from django.test import Client
from django.urls import reverse

from section11.web.access import ACCESS
from section11.web.who_may import Access, Scope
from tests.factories.world import Place, absent, parts_of_route

SCOPED = {name: access for name, access in ACCESS.items() if access.scope in (Scope.PARTNERSHIP, Scope.ORGANISATION)}
SIGNED_IN = {name: access for name, access in ACCESS.items() if access.scope not in (Scope.PUBLIC, Scope.DEMO)}
METHODS = ("get", "post")


def addresses(name: str, own: Place, foreign: Place) -> Iterator[tuple[str, str]]:
    """(kind, address) of a route: the own one, the foreign one, and one for each part that is foreign or absent by itself."""
    parts = parts_of_route(name)
    mine = {part: own.parts[part] for part in parts}
    yield "own", reverse(name, kwargs=mine)
    if parts:
        yield "foreign", reverse(name, kwargs={part: foreign.parts[part] for part in parts})
    for part in parts:
        if foreign.parts[part] != own.parts[part]:
            yield f"foreign {part}", reverse(name, kwargs={**mine, part: foreign.parts[part]})
        yield f"absent {part}", reverse(name, kwargs={**mine, part: absent(part)})


def status_of(client: Client, method: str, address: str) -> int:
    """What that request is answered with."""
    response = getattr(client, method)(address)
    if response.streaming:  # a download keeps its file open until it is read
        b"".join(response.streaming_content)
    return int(response.status_code)


def leaks(client: Client, own: Place, foreign: Place, *, may: Callable[[Access], bool], only: Collection[str] = ()) -> list[str]:
    """Every address that answered somebody it should not have. `may(access)`: whether this person may use the own one.

    `only`: the routes to try; empty = all that lead into a partnership or an organisation.
    """
    found = []
    for name, access in SCOPED.items():
        if only and name not in only:
            continue
        for kind, address in addresses(name, own, foreign):
            if not may(access) and kind not in ("own", "foreign"):
                continue  # the table refuses before any part is looked at
            for method in METHODS:
                if kind == "own" and may(access):
                    if method == "get" and status_of(client, method, address) in (404, 500):
                        found.append(f"{method} {address} ({name}, {kind}) is closed to whom it is for")
                    continue
                status = status_of(client, method, address)
                if status != 404 and not (status == 405 and method == "get" and may(access)):
                    found.append(f"{method} {address} ({name}, {kind}) answered {status}")
    return found
