"""The organisations behind a number of the journeys."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.analysis.journey_rows import WantedSteps
from section11.analysis.journey_rows import journey_rows as find
from section11.analysis.journeys import CHANGE_WORDS, COLUMNS, JourneyData, Place
from section11.analysis.queries.journeys import cycle_journeys
from section11.directory.vocabulary import READERS
from section11.lib.paging import Page, page_number, window
from section11.web.analysis.journey_links import JourneyLinks, part, wanted_of
from section11.web.analysis.links import basis_of
from section11.web.request import PageRequest


def journey_rows(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Each unit that the number counts, with the statements that made it count; those who read submissions go on to its journey.

    Without an earlier audit there is no number: back to the page that says so.
    """
    basis, wanted = basis_of(request), wanted_of(request)
    found = cycle_journeys(request.viewer, cycle, part(request, "since"), basis)
    if found.data is None or found.chosen is None:
        return redirect("journeys", partnership=partnership, cycle=cycle)
    rows = find(found.data, wanted)
    number = page_number(request.GET.get("page", ""), len(rows))
    page = {
        "found": found,
        "wanted": wanted,
        "title": words_of(wanted, found.data),
        "asked": _asked(found.data, wanted.statement),
        "page": Page(rows[window(number)], number, len(rows)),
        "change_words": CHANGE_WORDS,
        "sector_labels": {sector.key: sector.label for sector in found.data.sectors},
        "reads": request.viewer.has(*READERS),
        "to": JourneyLinks(partnership, cycle, found.chosen.cycle.slug, basis, wanted.sector),
        "basis": basis,
    }
    return render(request, "analysis/journey_rows.html", page)


def words_of(wanted: WantedSteps, data: JourneyData) -> str:
    """What the rows are, in words."""
    said = {"then": f"Answered in {data.then.title} and not yet in {data.now.title}", "now": f"Answered in {data.now.title} only"}.get(
        wanted.who, "Answered in both audits"
    )
    if wanted.needs_steps:
        changes = COLUMNS[wanted.change][0] if wanted.change in COLUMNS else ", ".join(CHANGE_WORDS[change] for change in wanted.changes)
        said = changes or "Asked in either audit"
    for name, place in (("statement", wanted.statement), ("standard", wanted.standard)):
        if place:
            said += f": {name} {place.ref}{f' of {data.then.title}' if place.is_earlier else ''}"
    labels = {sector.key: sector.label for sector in data.sectors}
    return f"{said}, {labels.get(wanted.sector, wanted.sector)}" if wanted.sector else said


def _asked(data: JourneyData, place: Place | None) -> str:
    """What a line asks."""
    side = data.then if place and place.is_earlier else data.now
    return next((s.text for s in side.statements if place and s.ref == place.ref), "")
