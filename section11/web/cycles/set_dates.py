"""Sets when an audit opens and when returns are due."""

from django.http import HttpResponse

from section11.cycles.operations import set_dates as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.rules.cycle_dates import date_problems
from section11.lib.clock import now, today
from section11.web.cycles.step import closed_step, run_step
from section11.web.forms.cycles import DatesForm
from section11.web.request import PageRequest


def set_dates(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. A malformed date and one that cannot be are told together."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return closed_step(request, setup)
    standing = {"opens": setup.opens, "due": setup.due, "rolling": setup.rolling}
    form = DatesForm(request.POST if request.method == "POST" else None, initial=standing)
    if request.method == "POST" and not form.is_valid():
        told = {"opens": None, "due": None, "rolling": False, **form.cleaned_data}
        for field, problem in date_problems(**told, today=today()).items():
            if field not in form.errors:
                form.add_error(field, problem)

    def save(version: int) -> None:
        operation.set_dates(request.viewer, cycle, **form.cleaned_data, version=version, at=now())

    return run_step(request, setup, "dates", form, save)
