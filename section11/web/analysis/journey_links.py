"""Addresses of journeys and of the organisations behind a number of theirs."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from section11.analysis.dataset import Basis
from section11.analysis.journey_rows import WantedSteps
from section11.analysis.journeys import Place

LONGEST = 60  # of a part of the address
EARLIER = "then:"  # before the ref of a line of the earlier cycle


def part(request: HttpRequest, name: str) -> str:
    """A part of the address's query; empty when it is not there."""
    return request.GET.get(name, "")[:LONGEST]


def place_of(text: str) -> Place | None:
    """The line that a part of the address names: `1.1`, or `then:1.1`; empty: none."""
    return Place(text.removeprefix(EARLIER), text.startswith(EARLIER)) if text else None


def wanted_of(request: HttpRequest) -> WantedSteps:
    """What number the address is about."""
    return WantedSteps(
        change=part(request, "change"),
        statement=place_of(part(request, "statement")),
        standard=place_of(part(request, "standard")),
        sector=part(request, "sector"),
        who=part(request, "who"),
    )


@dataclass(frozen=True, slots=True)
class JourneyLinks:
    """Makes the addresses of one pair of cycles, on one basis, of one sector or all."""

    partnership: str
    cycle: str
    since: str
    basis: Basis
    sector: str = ""
    beside: bool = False  # whether the page stands beside that of the rows: a long table of short addresses is half as heavy

    def page(self, name: str = "journeys", **changed: str) -> str:
        """The journeys, or their download, with some parts changed; an empty part is left out."""
        return self._address(name, {**self._kept(), **changed})

    def rows(self, **wanted: str) -> str:
        """The organisations behind the number with these properties."""
        query = {**self._kept(), **wanted}
        return _asked("rows", query) if self.beside else self._address("journey_rows", query)

    def on(self, basis: Basis) -> str:
        """The journeys on that basis."""
        return self.page(basis=basis.value if basis is Basis.AGREED else "")

    def on_statements(self, basis: Basis) -> str:
        """What became of each statement on that basis."""
        return self.page("journeys_by_statement", basis=basis.value if basis is Basis.AGREED else "")

    def line(self, ref: str, is_earlier: bool) -> str:
        """A line of the tables, as an address names it."""
        return f"{EARLIER}{ref}" if is_earlier else ref

    def unit(self, organisation: str, unit: str) -> str:
        """The journey of one unit between these two cycles."""
        query = {"cycle": self.cycle, "since": self.since, "unit": unit, **self._basis()}
        address = reverse("organisation_journey", kwargs={"partnership": self.partnership, "participation": organisation})
        return f"{address}?{urlencode(query)}"

    def _kept(self) -> dict[str, str]:
        return {"since": self.since, "sector": self.sector, **self._basis()}

    def _basis(self) -> dict[str, str]:
        return {"basis": self.basis.value} if self.basis is Basis.AGREED else {}

    def _address(self, name: str, query: dict[str, str]) -> str:
        return _asked(reverse(name, kwargs={"partnership": self.partnership, "cycle": self.cycle}), query)


def _asked(address: str, query: dict[str, str]) -> str:
    said = {key: text for key, text in query.items() if text}
    return f"{address}?{urlencode(said)}" if said else address
