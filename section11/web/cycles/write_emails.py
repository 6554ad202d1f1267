"""Words the emails of an audit."""

from django.http import HttpResponse
from django.shortcuts import redirect

from section11.cycles.operations import write_emails as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.rules.email_wording import PLACEHOLDERS
from section11.cycles.vocabulary import CycleState
from section11.lib.clock import now
from section11.web.cycles.step import closed_step, run_step
from section11.web.forms.cycles import EmailsForm
from section11.web.request import PageRequest


def write_emails(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers, until the audit is closed. The button `preview` saves and shows how it reads."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if setup.state is CycleState.CLOSED:
        return closed_step(request, setup)
    standing = {
        "invitation_subject": setup.invitation.subject,
        "invitation_body": setup.invitation.body,
        "reminder_subject": setup.reminder.subject,
        "reminder_body": setup.reminder.body,
    }
    form = EmailsForm(request.POST if request.method == "POST" else None, initial=standing)

    def save(version: int) -> None:
        invitation, reminder = form.wording("invitation"), form.wording("reminder")
        operation.write_emails(request.viewer, cycle, invitation=invitation, reminder=reminder, version=version, at=now())

    response = run_step(request, setup, "emails", form, save, placeholders=PLACEHOLDERS)
    if response.status_code == 302 and "preview" in request.POST:
        return redirect("preview_emails", partnership=partnership, cycle=cycle)
    return response
