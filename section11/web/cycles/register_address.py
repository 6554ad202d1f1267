"""The part of the register that an address names: filters, order and chosen rows."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from section11.cycles.queries.register import RegisterRow, chosen_rows, register_rows
from section11.cycles.queries.register_selection import RegisterFilter
from section11.lib.clock import now
from section11.web.request import PageRequest

KEPT = ("sector", "state", "search", "sort", "page")
MOST_CHOSEN = 5000


def filter_of(request: HttpRequest) -> RegisterFilter:
    """What of the register the address asks for."""
    told = {name: request.GET.get(name, "").strip()[:200] for name in ("sector", "state", "search", "sort")}
    return RegisterFilter(**told)


def register_address(request: HttpRequest, partnership: str, cycle: str) -> str:
    """Back to the register as it was: the same filters, order and page."""
    kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    address = reverse("register_of_returns", kwargs={"partnership": partnership, "cycle": cycle})
    return f"{address}?{urlencode(kept)}" if kept else address


def numbers(texts: list[str]) -> set[int]:
    """The numbers among these texts; what is none was tampered with and is left out."""
    return {int(text) for text in texts[:MOST_CHOSEN] if text.isascii() and text.isdigit() and len(text) < 19}


def rows_chosen(request: PageRequest, cycle: str) -> list[RegisterRow]:
    """The rows that were previewed (`ids`), ticked (`chosen`), or all that match (`all`); absent when one is not the cycle's."""
    if "ids" in request.POST:
        return chosen_rows(request.viewer, cycle, numbers(request.POST["ids"].split(",")), at=now())
    if request.GET.get("all"):
        return register_rows(request.viewer, cycle, filter_of(request), at=now())
    return chosen_rows(request.viewer, cycle, numbers(request.GET.getlist("chosen")), at=now())
