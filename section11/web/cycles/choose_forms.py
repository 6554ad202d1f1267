"""Chooses the form that most organisations get."""

from django.http import HttpResponse

from section11.cycles.operations import choose_forms as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.lib.clock import now
from section11.web.cycles.step import closed_step, run_step
from section11.web.forms.cycles import FORM_HINTS, UsualFormForm
from section11.web.request import PageRequest


def choose_forms(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return closed_step(request, setup)
    form = UsualFormForm(request.POST if request.method == "POST" else None, initial={"default_form": setup.default_form})

    def save(version: int) -> None:
        operation.choose_forms(request.viewer, cycle, default_form=form.cleaned_data["default_form"], version=version, at=now())

    return run_step(request, setup, "forms", form, save, hints=FORM_HINTS)
