"""Lets an organisation that registered itself take part, and invites it to an audit that is open."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations.invite_unit import invite_unit
from section11.cycles.queries.cycle_list import cycles_of_partnership
from section11.cycles.rules.invitation_wording import InvitationWording
from section11.cycles.vocabulary import CycleState
from section11.directory.operations import approve_registration as operation
from section11.directory.queries.registrations import registration as registration_of
from section11.directory.vocabulary import RegistrationState
from section11.jobs.open_returns import make_returns
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.web.components.problems import add_problems
from section11.web.forms.directory import ApproveForm
from section11.web.request import PageRequest

FIRST_FORMS = (Form.FULL, Form.LIGHT, Form.TINY)  # a review is for those who sent a return before


def approve_registration(request: PageRequest, partnership: str, registration: int) -> HttpResponse:
    """Open to officers."""
    asked = registration_of(request.viewer, registration)
    cycles = [(one.slug, one.title) for one in cycles_of_partnership(request.viewer) if one.state is CycleState.OPEN]
    form = ApproveForm(
        request.POST if request.method == "POST" else None,
        cycles=cycles,
        answer_forms=[(one.value, FORM_WORDS[one]) for one in FIRST_FORMS],
        initial={"cycle": cycles[0][0] if cycles else "none", "form": Form.TINY.value if asked.fits_tiny else Form.FULL.value},
    )
    if request.method == "POST" and form.is_valid():
        try:
            let_in = operation.approve_registration(request.viewer, registration, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            invite(request, form.cleaned_data, let_in)
            return redirect("registrations", partnership=partnership)
    context = {"form": form, "asked": asked, "waits": asked.state is RegistrationState.WAITING, "cycles": cycles}
    return render(request, "directory/approve_registration.html", context, status=422 if form.errors else 200)


def invite(request: PageRequest, chosen: dict[str, str], let_in: operation.LetIn) -> None:
    """Invite it where the officer chose an audit, and say how that went: the organisation takes part either way."""
    name, person = let_in.participation.name, let_in.lead.person
    done = f"{name} takes part now, and {person.name} is its return lead."
    if chosen.get("cycle", "none") == "none":
        messages.success(request, done)
        return
    wording = InvitationWording(
        name=name,
        sector=let_in.participation.sector.key,
        duty_basis=(),
        lead_name=person.name,
        lead_email=person.email,
        form=chosen["form"],
    )
    try:
        invitation = invite_unit(request.viewer, chosen["cycle"], wording, at=now())
    except Refused as refused:
        messages.warning(request, f"{done} It could not be invited: {'; '.join(refused.problems.values())}.")
    else:
        start_job(request.viewer, make_returns, title="Making returns ready", at=now(), cycle=invitation.cycle_id)
        messages.success(request, f"{done} It is invited.")
