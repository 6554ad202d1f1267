"""Checks everything before an audit opens."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.queries.whom import whom_invited
from section11.lib.clock import now
from section11.web.cycles.setup_summary import summary_of
from section11.web.request import PageRequest

PAGES = {
    "title": ("Title", "rename_cycle"),
    "edition": ("Tool and edition", "choose_edition"),
    "forms": ("Forms", "choose_forms"),
    "dates": ("Dates", "set_dates"),
    "bands": ("Bands", "set_bands"),
    "statements": ("Local statements", "write_local_statements"),
    "whom": ("Whom to invite", "whom_to_invite"),
    "emails": ("Wording of the emails", "write_emails"),
    "ladder": ("Chasing ladder", "write_ladder"),
}


def check_cycle(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers: every answer, each with a way to change it, and what is missing on top."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return redirect("cycle_setup", partnership=partnership, cycle=cycle)
    summary = summary_of(setup)
    parts = [(step, title, page, summary[step]) for step, (title, page) in PAGES.items()]
    missing = [(text, PAGES[step][1]) for step, text in setup.missing.items()]
    context = {"setup": setup, "parts": parts, "missing": missing, "whom": whom_invited(request.viewer, cycle)}
    return render(request, "cycles/check_cycle.html", context)
