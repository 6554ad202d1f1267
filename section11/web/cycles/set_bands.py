"""Sets the bands of an audit."""

from typing import Any

from django.http import HttpResponse

from section11.cycles.operations import set_bands as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.rules.bands import MOST_BANDS
from section11.lib.clock import now
from section11.web.cycles.row_step import run_row_step
from section11.web.cycles.step import closed_step
from section11.web.forms.cycles import BandRow
from section11.web.request import PageRequest


def set_bands(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return closed_step(request, setup)
    standing = [{"label": band.label, "at_least": shown(f"{band.at_least:f}"), "follow_up": band.follow_up} for band in setup.bands]

    def save(bands: list[Any], version: int) -> None:
        operation.set_bands(request.viewer, cycle, bands=bands, version=version, at=now())

    return run_row_step(request, setup, "bands", BandRow, standing=standing, most=MOST_BANDS + 2, save=save)


def shown(share: str) -> str:
    """A percentage without needless noughts."""
    return share.rstrip("0").rstrip(".") if "." in share else share
