"""Logs a call, email or meeting about an invitation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import log_contact as operation
from section11.cycles.queries.one_invitation import one_invitation
from section11.cycles.rules.contacts import contact_problems
from section11.cycles.vocabulary import ContactKind
from section11.lib.clock import now, today
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.cycles import ContactForm
from section11.web.request import PageRequest


def log_contact(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""
    told = one_invitation(request.viewer, cycle, invitation, at=now())
    standing = {"kind": ContactKind.PHONE.value, "on": today()}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=standing)
    if request.method == "POST":
        is_right = form.is_valid()
        typed = {"kind": "", "spoke_to": "", "note": "", "on": None, **form.cleaned_data}
        try:
            if not is_right:  # say the rest of what is wrong, too
                raise Refused(contact_problems(**typed, today=today()))
            operation.log_contact(request.viewer, cycle, invitation, **typed, at=now())
        except Refused as refused:
            add_problems(form, {name: text for name, text in refused.problems.items() if name not in form.errors})
        else:
            messages.success(request, "The contact is logged.")
            return redirect("invitation", partnership=partnership, cycle=cycle, invitation=invitation)
    return render(request, "cycles/log_contact.html", {"it": told, "form": form}, status=422 if form.errors else 200)
