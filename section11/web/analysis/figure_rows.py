"""The rows behind a number."""

from dataclasses import fields

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.figures.rows import Wanted
from section11.analysis.queries.rows import FoundRows
from section11.analysis.queries.rows import figure_rows as find
from section11.directory.vocabulary import READERS
from section11.lib.paging import Page, page_number, window
from section11.web.analysis.links import Links, audience_of, basis_of
from section11.web.request import PageRequest


def figure_rows(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Each return that the number counts; those who read submissions can open it."""
    basis, audience = basis_of(request), audience_of(request)
    wanted = Wanted(**{f.name: request.GET.get(f.name, "")[:60] for f in fields(Wanted)})
    found = find(request.viewer, cycle, wanted, basis, audience)
    number = page_number(request.GET.get("page", ""), len(found.rows))
    page = {
        "found": found,
        "wanted": wanted,
        "title": words_of(wanted, found) + (f", counting statements for {audience}" if audience else ""),
        "page": Page(found.rows[window(number)], number, len(found.rows)),
        "statements": sum(len(row.statements) for row in found.rows) if wanted.needs_answers and not wanted.statement else 0,
        "reads": request.viewer.has(*READERS),
        "to": Links(partnership, cycle, basis, audience or ""),
        "basis": basis,
    }
    return render(request, "analysis/figure_rows.html", page)


def words_of(wanted: Wanted, found: FoundRows) -> str:
    """What the rows are, in words."""
    said = {
        "must-meet": "Returns with a must-meet statement not met",
        "no-action": "Returns with a level that asks for an action, and none",
        "follow-up": "Returns to follow up",
    }.get(wanted.flag, "Returns")
    if wanted.answered:
        said = "Units that answered" if wanted.answered == "yes" else "Units that have not answered"
    if wanted.band:
        said += f" in the band “{found.band_labels.get(wanted.band, wanted.band)}”"
    if wanted.level:
        said += f" with “{found.level_labels.get(wanted.level, 'Not answered')}”"
    elif wanted.level_class == "applicable":
        said += " that rated"
    elif wanted.level_class:
        said += f" rated {wanted.level_class}"
    if wanted.statement:
        said += f" on statement {wanted.statement}"
    if wanted.standard:
        said += f" in standard {wanted.standard}"
    if wanted.form:
        said += f", {wanted.form} form"
    if wanted.sector:
        said += f", {found.sector_labels.get(wanted.sector, wanted.sector)}"
    return said
