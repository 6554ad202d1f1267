"""Invites one organisation or unit: one that takes part already, or a new one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import invite_unit as operation
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.cycles.rules.invitation_wording import InvitationWording, invitation_problems
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState
from section11.directory.queries.participations import ParticipationView, participation, participation_choices
from section11.directory.queries.people import people_of_participation
from section11.directory.queries.sectors import sectors
from section11.directory.vocabulary import Role
from section11.lib.clock import now, today
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.cycles.make_ready import make_returns_ready
from section11.web.forms.cycles import FORM_HINTS, InviteForm
from section11.web.request import PageRequest


def invite_unit(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. `?organisation=` names one that takes part; `new` is one that does not yet; else it is chosen first."""
    setup = cycle_brief(request.viewer, cycle)
    chosen = request.GET.get("organisation", "")
    if not chosen and request.method != "POST":
        return render(request, "cycles/choose_organisation.html", {"setup": setup, "places": participation_choices(request.viewer)})
    known = participation(request.viewer, chosen) if chosen and chosen != "new" else None
    places = [(one.key, one.label) for one in sectors(request.viewer)]
    initial = standing(request, known) | {"form": setup.default_form}
    form = InviteForm(request.POST if request.method == "POST" else None, sectors=places, known=known is not None, initial=initial)
    if request.method == "POST":
        is_right = form.is_valid()
        wording = wording_of(form.cleaned_data, known)
        try:
            if not is_right:  # say the rest of what is wrong, too
                raise Refused(invitation_problems(wording, sectors=dict(places), opens=setup.opens, today=today(), known=known is not None))
            invitation = operation.invite_unit(request.viewer, cycle, wording, at=now())
        except Refused as refused:
            told = {name: text for name, text in refused.problems.items() if name not in form.errors}
            add_problems(form, told)
        else:
            make_returns_ready(request, setup)
            sent = "The email is on its way." if setup.state is CycleState.OPEN else "The email goes out when you open the audit."
            messages.success(request, f"{who_words(wording.name, wording.unit)} is invited. {sent}")
            return redirect("invitation", partnership=partnership, cycle=cycle, invitation=invitation.pk)
    context = {"setup": setup, "form": form, "known": known, "hints": FORM_HINTS}
    return render(request, "cycles/invite_unit.html", context, status=422 if form.errors else 200)


def wording_of(told: dict[str, Any], known: ParticipationView | None) -> InvitationWording:
    """What was typed, as an invitation."""
    return InvitationWording(
        name=known.name if known else told.get("name", ""),
        sector="" if known else told.get("sector", ""),
        duty_basis=() if known else tuple(told.get("duty_basis", ())),
        lead_name=told.get("lead_name", ""),
        lead_email=told.get("lead_email", ""),
        form=told.get("form", ""),
        unit=told.get("unit", ""),
        signatory_name=told.get("signatory_name", ""),
        signatory_email=told.get("signatory_email", ""),
        due=told.get("due"),
    )


def standing(request: PageRequest, known: ParticipationView | None) -> dict[str, str]:
    """The present lead and signatory of an organisation that takes part, to start from."""
    if known is None:
        return {}
    found: dict[str, str] = {}
    for one in people_of_participation(request.viewer, known.slug):
        part = {Role.RETURN_LEAD: "lead", Role.SIGNATORY: "signatory"}.get(one.role)
        if part and f"{part}_name" not in found:
            found |= {f"{part}_name": one.name, f"{part}_email": one.email}
    return found
