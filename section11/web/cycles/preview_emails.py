"""Shows the emails of an audit as one recipient would read them."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.queries.email_example import email_example
from section11.lib.clock import now
from section11.web.request import PageRequest


def preview_emails(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    example = email_example(request.viewer, cycle)
    emails = [("Invitation", example.filled(setup.invitation)), ("Reminder", example.filled(setup.reminder))]
    return render(request, "cycles/preview_emails.html", {"setup": setup, "example": example, "emails": emails})
