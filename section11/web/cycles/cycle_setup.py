"""The steps of an audit's set-up: leave and come back at any of them. Of an open audit, what it was set up with."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.cycle_setup import CycleSetup
from section11.cycles.queries.cycle_setup import cycle_setup as setup_of
from section11.lib.clock import now
from section11.lib.dates import day_words
from section11.lib.words import plural
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.web.cycles.setup_summary import summary_of
from section11.web.request import PageRequest

Task = tuple[str, str, str, bool]  # name, route, state in words, done


def cycle_setup(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers, and of an audit that has opened to the scrutineer to read."""
    setup = setup_of(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return render(request, "cycles/cycle_as_opened.html", {"setup": setup, "summary": summary_of(setup)})
    return render(request, "cycles/cycle_setup.html", {"setup": setup, "tasks": tasks_of(setup)})


def tasks_of(setup: CycleSetup) -> list[Task]:
    """Each step with where it stands."""
    dated = setup.opens is not None and (setup.due is not None or setup.rolling)
    return [
        ("Tool and edition", "choose_edition", setup.edition or "Not started", setup.edition_id is not None),
        ("Forms", "choose_forms", f"{FORM_WORDS[Form(setup.default_form)]} form", True),
        ("Dates", "set_dates", _dates(setup) if dated else "Not started", dated),
        ("Bands", "set_bands", plural(len(setup.bands), "band"), "bands" not in setup.missing),
        ("Local statements", "write_local_statements", plural(len(setup.statements), "statement") if setup.statements else "None", True),
        (
            "Whom to invite",
            "whom_to_invite",
            f"{plural(setup.invited, 'unit')} so far" if setup.invited else "Nobody yet",
            bool(setup.invited),
        ),
        (
            "Wording of the emails",
            "write_emails",
            "Ready" if "emails" not in setup.missing else "Needs attention",
            "emails" not in setup.missing,
        ),
        ("Chasing ladder", "write_ladder", plural(len(setup.rungs), "step") if setup.rungs else "None", True),
    ]


def _dates(setup: CycleSetup) -> str:
    opens = day_words(setup.opens) if setup.opens else ""
    return f"{opens} to {day_words(setup.due)}" if setup.due else f"From {opens}, rolling"
