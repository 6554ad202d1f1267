"""Sends reminders: who gets one and who does not, how it reads, then the sending."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import ask_reminders as operation
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.cycles.queries.email_example import email_example
from section11.cycles.queries.register import RegisterRow
from section11.cycles.rules.chasing import why_not_reminded
from section11.cycles.rules.email_wording import PLACEHOLDERS, wording_problems
from section11.cycles.vocabulary import CycleState
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.notices.queries import chased_at
from section11.web.components.problems import add_problems
from section11.web.cycles.register_address import register_address, rows_chosen
from section11.web.forms.cycles import ReminderForm
from section11.web.request import PageRequest

NO_LEAD = "Nobody leads this return"
NOT_OPEN = "This audit is not open"


def ask_reminders(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. `step` is what a button asks for: preview, send, or nothing to change the words."""
    setup = cycle_brief(request.viewer, cycle)
    rows = rows_chosen(request, cycle)
    is_open = setup.state is CycleState.OPEN
    told = [(row, why_not(row) if is_open else NOT_OPEN) for row in rows]
    getting = [row for row, why in told if not why]
    standing = {"reminder_subject": setup.reminder.subject, "reminder_body": setup.reminder.body}
    form = ReminderForm(request.POST if "step" in request.POST else None, initial=standing)
    step, preview = request.POST.get("step", ""), None
    if step in ("preview", "send") and form.is_valid():
        problems = wording_problems(form.wording(), prefix="reminder") if getting else {"": "Nobody chosen can be reminded"}
        if not problems and step == "send":
            try:
                sent = operation.ask_reminders(
                    request.viewer, cycle, [row.invitation_id for row in getting], wording=form.wording(), at=now()
                )
            except Refused as refused:
                problems = refused.problems
            else:
                messages.success(request, f"{plural(sent, 'reminder is', 'reminders are')} on the way.")
                return redirect(register_address(request, partnership, cycle))
        add_problems(form, problems)
        if not problems:
            preview = email_example(request.viewer, cycle, getting[0].invitation_id)
    context = {
        "setup": setup,
        "form": form,
        "getting": getting,
        "left_out": [(row, why) for row, why in told if why],
        "emails": sum(len(row.leads) for row in getting),
        "example": preview,
        "email": preview.filled(form.wording()) if preview else None,
        "placeholders": PLACEHOLDERS,
        "chased": {} if preview else chased_at(request.viewer, [row.invitation_id for row in getting]),
        "back": register_address(request, partnership, cycle),
    }
    return render(request, "cycles/ask_reminders.html", context, status=422 if form.errors else 200)


def why_not(row: RegisterRow) -> str:
    """Why no reminder goes to this one, or nothing."""
    return why_not_reminded(row.standing, row.reminded_at, now()) or ("" if row.leads else NO_LEAD)
