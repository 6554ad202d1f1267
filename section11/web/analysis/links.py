"""Addresses of the rows behind a number."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from section11.analysis.dataset import Basis


def basis_of(request: HttpRequest) -> Basis:
    """The basis that the address names; self when it names none we know."""
    return Basis.AGREED if request.GET.get("basis") == Basis.AGREED else Basis.SELF


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the address of the rows behind a number of one cycle's figures."""

    partnership: str
    cycle: str
    basis: Basis
    beside: bool = False  # whether the page stands beside that of the rows: a long table of short addresses is half as heavy

    def rows(self, **wanted: str) -> str:
        """The rows with these properties (the fields of `analysis.figures.rows.Wanted`)."""
        query = {**{name: text for name, text in wanted.items() if text}, **self._basis()}
        address = "rows" if self.beside else reverse("figure_rows", kwargs={"partnership": self.partnership, "cycle": self.cycle})
        return f"{address}?{urlencode(query)}" if query else address

    def figures(self, basis: Basis) -> str:
        """The figures on that basis."""
        return self._on("figures", basis)

    def by_statement(self, basis: Basis) -> str:
        """The levels of each statement on that basis."""
        return self._on("figures_by_statement", basis)

    def _on(self, name: str, basis: Basis) -> str:
        address = reverse(name, kwargs={"partnership": self.partnership, "cycle": self.cycle})
        return f"{address}?basis=agreed" if basis is Basis.AGREED else address

    def _basis(self) -> dict[str, str]:
        return {"basis": self.basis.value} if self.basis is Basis.AGREED else {}
