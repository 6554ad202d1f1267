"""What the pages of an audit's set-up share: leave and come back, save against the version that was shown."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.cycles.queries.cycle_setup import CycleSetup, cycle_setup
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.components.problems import add_problems
from section11.web.cycles.setup_summary import summary_of
from section11.web.request import PageRequest

STEP_PAGES = {
    "title": "cycles/rename_cycle.html",
    "edition": "cycles/choose_edition.html",
    "forms": "cycles/choose_forms.html",
    "dates": "cycles/set_dates.html",
    "bands": "cycles/set_bands.html",
    "statements": "cycles/write_local_statements.html",
    "emails": "cycles/write_emails.html",
    "ladder": "cycles/write_ladder.html",
}


def posted_version(request: PageRequest) -> int:
    """The version that the posted page showed; 0, which never was, when that was tampered with."""
    told = request.POST.get("version", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0


def after(request: PageRequest, setup: CycleSetup) -> str:
    """Where a step leads to: back to checking the answers if one came from there, else to the list of steps."""
    name = "check_cycle" if request.GET.get("back") == "check" else "cycle_setup"
    return reverse(name, kwargs={"partnership": request.viewer.slug, "cycle": setup.slug})


def closed_step(request: PageRequest, setup: CycleSetup) -> HttpResponse:
    """Where somebody is sent who asks for a step that can no longer change."""
    messages.warning(request, "This audit is open now, so this part of its set-up can no longer change.")
    return redirect("cycle_setup", partnership=request.viewer.slug, cycle=setup.slug)


def run_step(
    request: PageRequest, setup: CycleSetup, step: str, form: forms.Form, save: Callable[[int], None], **context: Any
) -> HttpResponse:
    """Show a step of one form, or save it and go on; `save` is given the version and carries the operation."""
    status, conflict = 200, False
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                save(posted_version(request))
            except Refused as refused:
                add_problems(form, refused.problems)
            except Conflict:
                setup, conflict, status = cycle_setup(request.viewer, setup.slug, at=now()), True, 409
            else:
                return redirect(after(request, setup))
    return show_step(request, setup, step, status=status, conflict=conflict, form=form, **context)


def show_step(request: PageRequest, setup: CycleSetup, step: str, *, status: int, conflict: bool, **context: Any) -> HttpResponse:
    """The page of a step. After a conflict it carries what was typed, and tells what stands."""
    version = posted_version(request) if request.method == "POST" and not conflict else setup.version
    stands = summary_of(setup)[step] if conflict else []
    told = {**context, "setup": setup, "version": version, "conflict": conflict, "stands": stands, "back": after(request, setup)}
    return render(request, STEP_PAGES[step], told, status=status)
