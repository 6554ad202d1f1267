"""Chooses which standards an audit asks."""

from django.http import HttpResponse

from section11.cycles.operations import choose_edition as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.lib.clock import now
from section11.lib.words import listed, plural
from section11.standards.queries.editions import EditionHead, editions_for
from section11.web.cycles.step import closed_step, run_step
from section11.web.forms.cycles import EditionForm
from section11.web.library.shelves import about_tool, place_of_tool
from section11.web.request import PageRequest


def choose_edition(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers: the library's editions and the partnership's own."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return closed_step(request, setup)
    editions = sorted(editions_for(request.viewer), key=place_of)
    form = EditionForm(
        request.POST if request.method == "POST" else None,
        editions=[(str(one.id), one.title) for one in editions],
        initial={"edition": str(setup.edition_id or "")},
    )

    def save(version: int) -> None:
        chosen = int(form.cleaned_data["edition"])
        operation.choose_edition(request.viewer, cycle, edition_id=chosen, version=version, at=now())

    return run_step(request, setup, "edition", form, save, hints={str(one.id): about(one) for one in editions})


def place_of(edition: EditionHead) -> tuple[int, bool]:
    """Tools of the partnership's own, then as in the library, which begins with the one for everybody; a tool's own editions last."""
    is_own_tool = not edition.is_library and not about_tool(tool_of(edition)).whom
    return -1 if is_own_tool else place_of_tool(tool_of(edition)), not edition.is_library


def tool_of(edition: EditionHead) -> str:
    """The tool that its reference begins with."""
    return edition.reference.partition("/")[0]


def about(edition: EditionHead) -> str:
    """What an edition holds, in a line."""
    light = f", {edition.light_statements} of them in the light form" if edition.light_statements else ""
    follows = f" Follows {listed(edition.follows)}." if edition.follows else ""
    own = "" if edition.is_library else " Your partnership's own."
    holds = f"{edition.reference}: {plural(edition.standards, 'standard')}, {plural(edition.statements, 'statement')}{light}.{follows}{own}"
    whom = about_tool(tool_of(edition)).whom if edition.is_library else ""
    return f"{whom} {holds}" if whom else holds
