"""The signatory's page: read the whole return, then approve it or send it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.send_back import send_back
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from section11.returns.queries.signing import latest_sign_off
from section11.web.components.problems import add_problems
from section11.web.forms.sign_off import SignOffForm
from section11.web.request import PageRequest


def sign_off(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET shows the return and how its sign-off stands; POST decides, when it is this person's to decide."""
    viewer = request.viewer
    head = return_head(viewer, return_id)
    asked = latest_sign_off(head)
    decides = asked is not None and asked.state == "asked" and asked.signatory_id == viewer.person_id
    form = SignOffForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and decides and form.is_valid():
        data, now = form.cleaned_data, clock.now()
        try:
            if data["decision"] == "approve":
                approve_return(viewer, return_id, job_title=data["job_title"], read=data["read"], at=now)
            else:
                send_back(viewer, return_id, note=data["note"], at=now)
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            if data["decision"] == "approve" and head.is_lead:
                return redirect("submit_return", organisation=organisation, return_id=return_id)
            messages.success(
                request,
                "Thank you. You have approved this return, and its lead can now submit it."
                if data["decision"] == "approve"
                else "Sent back to the lead with your note.",
            )
            return redirect("sign_off", organisation=organisation, return_id=return_id)
    said = draft(viewer, head)
    page = {"head": head, "draft": said, "sign_off": asked, "decides": decides, "form": form, "today": clock.today()}
    page["read"] = frozen(said).signed_hash  # what this page shows: approving names it
    return render(request, "returns/sign_off.html", page, status=422 if form.errors else 200)
