"""Addresses of the rows behind a number."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from section11.analysis.dataset import Basis
from section11.analysis.queries.dataset import EACH
from section11.standards.vocabulary import Audience


def basis_of(request: HttpRequest) -> Basis:
    """The basis that the address names; self when it names none we know."""
    return Basis.AGREED if request.GET.get("basis") == Basis.AGREED else Basis.SELF


def audience_of(request: HttpRequest) -> Audience | None:
    """The audience that the address names; None, for all statements, when it names none we know."""
    return {one.value: one for one in EACH}.get(request.GET.get("audience", ""))


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the address of the rows behind a number of one cycle's figures."""

    partnership: str
    cycle: str
    basis: Basis
    audience: str = ""  # children or adults; empty: all statements
    beside: bool = False  # whether the page stands beside that of the rows: a long table of short addresses is half as heavy

    def rows(self, **wanted: str) -> str:
        """The rows with these properties (the fields of `analysis.figures.rows.Wanted`)."""
        query = {**{name: text for name, text in wanted.items() if text}, **_query(self.basis, self.audience)}
        address = "rows" if self.beside else reverse("figure_rows", kwargs={"partnership": self.partnership, "cycle": self.cycle})
        return f"{address}?{urlencode(query)}" if query else address

    def figures(self, basis: Basis) -> str:
        """The figures on that basis."""
        return self._at("figures", basis, self.audience)

    def figures_for(self, audience: str) -> str:
        """The figures of the statements for an audience (empty: of all)."""
        return self._at("figures", self.basis, audience)

    def by_statement(self, basis: Basis) -> str:
        """The levels of each statement on that basis."""
        return self._at("figures_by_statement", basis, self.audience)

    def by_statement_for(self, audience: str) -> str:
        """The levels of each statement for an audience (empty: of all)."""
        return self._at("figures_by_statement", self.basis, audience)

    def download(self, name: str) -> str:
        """A file with all of it, on this basis and for this audience."""
        return self._at(name, self.basis, self.audience)

    def _at(self, name: str, basis: Basis, audience: str) -> str:
        address = reverse(name, kwargs={"partnership": self.partnership, "cycle": self.cycle})
        query = _query(basis, audience)
        return f"{address}?{urlencode(query)}" if query else address


def _query(basis: Basis, audience: str) -> dict[str, str]:
    named = {"basis": basis.value if basis is Basis.AGREED else "", "audience": audience}
    return {name: text for name, text in named.items() if text}
