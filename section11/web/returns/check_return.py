"""Check and submit: everything on one page, what is missing on top, who signs off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.admit_member import admit_member
from section11.directory.queries.people import MemberRow, people_of_unit
from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from section11.returns.queries.signing import latest_sign_off
from section11.returns.rules.checking import GAP_WORDS
from section11.web.components.problems import add_problems
from section11.web.forms.sign_off import AskSignOffForm
from section11.web.request import PageRequest


def check_return(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET shows the whole return and its gaps; POST asks the signatory to approve it."""
    viewer = request.viewer
    head = return_head(viewer, return_id)
    members = people_of_unit(viewer, head.unit_id)
    signatories = [m for m in members if m.role == Role.SIGNATORY]
    own_email = next((m.email for m in members if m.person_id == viewer.person_id), "")
    form = AskSignOffForm(request.POST if request.method == "POST" else None, signatories=signatories)
    if request.method == "POST" and head.is_lead and form.is_valid():
        now = clock.now()
        try:
            member = form.member_id
            if form.cleaned_data["who"] in ("new", "self") and not draft(viewer, head, with_evidence=False).missing:
                itself = form.cleaned_data["who"] == "self"
                member = admit_member(
                    viewer,
                    role=Role.SIGNATORY,
                    unit_id=head.unit_id,
                    name=viewer.name if itself else form.cleaned_data["name"],
                    email=own_email if itself else form.cleaned_data["email"],
                    at=now,
                ).pk
            ask_sign_off(viewer, return_id, member, at=now)
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            if form.cleaned_data["who"] == "self" or _is_self(viewer.person_id, member, members):
                return redirect("sign_off", organisation=organisation, return_id=return_id)
            messages.success(request, "Sent for sign-off. We have emailed the signatory a link.")
            return redirect("return_tasks", organisation=organisation, return_id=return_id)
    state = draft(viewer, head)
    page = {
        "head": head,
        "draft": state,
        "standards": state.content.standards,
        "missing": state.missing,
        "gap_words": GAP_WORDS,
        "prompt_labels": {p.key: p.label for p in state.content.prompts},
        "empty_narratives": state.empty_narratives,
        "sign_off": latest_sign_off(head),
        "form": form,
        "today": clock.today(),
    }
    return render(request, "returns/check_return.html", page, status=422 if form.errors else 200)


def _is_self(person_id: int, member_id: int, members: list[MemberRow]) -> bool:
    return any(m.membership_id == member_id and m.person_id == person_id for m in members)
