"""Opens an audit, after saying what will happen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.cycles.operations import open_cycle as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.queries.whom import whom_invited
from section11.jobs.open_returns import make_returns
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.lib.words import plural
from section11.web.cycles.step import posted_version
from section11.web.request import PageRequest

CHANGED = "A colleague changed the set-up after you opened this page. Check it again before you open the audit"


def open_cycle(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return redirect("cycle_setup", partnership=partnership, cycle=cycle)
    whom = whom_invited(request.viewer, cycle)
    problems, status = dict(setup.missing), 200
    if request.method == "POST":
        try:
            operation.open_cycle(request.viewer, cycle, version=posted_version(request), at=now())
        except Refused as refused:
            problems, status = refused.problems, 422
        except Conflict:
            problems, status = {"": CHANGED}, 409
        else:
            sent = f" {plural(whom.emails, 'email is', 'emails are')} on the way." if whom.emails else ""
            messages.success(request, f"{setup.title} is open.{sent}")
            if not whom.units:
                return redirect("register_of_returns", partnership=partnership, cycle=cycle)
            register = reverse("register_of_returns", kwargs={"partnership": partnership, "cycle": cycle})
            job = start_job(
                request.viewer, make_returns, title="Making the returns ready", at=now(), leads_to=register, cycle=setup.cycle_id
            )
            return redirect("job", partnership=partnership, job=job)
    told = {"": list(problems.values())} if problems else {}
    return render(request, "cycles/open_cycle.html", {"setup": setup, "whom": whom, "problems": told}, status=status)
