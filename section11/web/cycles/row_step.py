"""A step of the set-up that is a list of rows: bands, local statements, steps of the chasing ladder."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from section11.cycles.queries.cycle_setup import CycleSetup, cycle_setup
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.cycles.step import after, posted_version, show_step
from section11.web.forms.cycles import BandRow, RungRow, StatementRow, rows_of
from section11.web.request import PageRequest


def run_row_step(
    request: PageRequest,
    setup: CycleSetup,
    step: str,
    row: type[BandRow] | type[StatementRow] | type[RungRow],
    *,
    standing: Sequence[dict[str, Any]],
    most: int,
    save: Callable[[list[Any], int], None],
    **context: Any,
) -> HttpResponse:
    """Show the rows, or save those that say anything. The button `more` saves and stays, so that more can be added."""
    if request.method != "POST":
        return show_step(
            request, setup, step, status=200, conflict=False, rows=rows_of(row, None, standing, most=most), problems={}, **context
        )
    rows = rows_of(row, request.POST, (), most=most)
    told = [one for one in rows if one.is_valid() and not one.is_blank]
    problems: dict[str, str] = {}
    status, conflict = 422, False
    try:
        save([one.wording() for one in told], posted_version(request))
    except Refused as refused:
        problems = place_problems(told, refused.problems)
    except Conflict:
        setup, conflict, status = cycle_setup(request.viewer, setup.slug, at=now()), True, 409
    else:
        return redirect(request.get_full_path() if "more" in request.POST else after(request, setup))
    return show_step(request, setup, step, status=status, conflict=conflict, rows=rows, problems=problems, **context)


def place_problems(told: Sequence[BandRow | StatementRow | RungRow], refused: dict[str, str]) -> dict[str, str]:
    """Put each problem (`at-least-2`) at the field of the row that was typed, and say it on top."""
    problems: dict[str, str] = {}
    for name, text in refused.items():
        field, _, place = name.rpartition("-")
        if not field:
            problems[name] = text
            continue
        row = told[int(place)]
        row.add_error(field.replace("-", "_"), text)
        problems[f"{row.prefix}-{field.replace('-', '_')}"] = text
    return problems
