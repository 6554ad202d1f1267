"""Gives an audit that is being set up another title."""

from django.http import HttpResponse

from section11.cycles.operations import rename_cycle as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.lib.clock import now
from section11.web.cycles.step import closed_step, run_step
from section11.web.forms.cycles import TitleForm
from section11.web.request import PageRequest


def rename_cycle(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return closed_step(request, setup)
    form = TitleForm(request.POST if request.method == "POST" else None, initial={"title": setup.title})

    def save(version: int) -> None:
        operation.rename_cycle(request.viewer, cycle, title=form.cleaned_data["title"], version=version, at=now())

    return run_step(request, setup, "title", form, save)
