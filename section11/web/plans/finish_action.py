"""Mark an action done: what was done, who was better off, and what shows it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.evidence.operations.add_evidence import add_evidence
from section11.evidence.queries import evidence_of_unit
from section11.evidence.rules.uploads import ACCEPT, LARGEST
from section11.lib import clock
from section11.lib.errors import Refused
from section11.plans.operations.finish_action import finish_action as finish
from section11.plans.queries.action_view import OwnAction, own_action
from section11.plans.rules.transitions import can
from section11.plans.rules.updates import problems_of_done
from section11.web.account.held_form import held_initial
from section11.web.forms.plans import FinishForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def finish_action(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET shows the form; POST adds the new piece of evidence, if there is one, and marks the action done."""
    viewer = request.viewer
    own = own_action(viewer, action_id)
    if request.method != "POST" and not can("finish_action", own.view.state):
        return redirect("own_action", organisation=organisation, action_id=action_id)
    existing = evidence_of_unit(viewer, own.view.unit_id)
    posted: tuple[Any, Any] = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    cited = [str(e.item_id) for e in own.view.evidence]
    initial = {"version": own.view.version, "evidence": cited, **held_initial(request, FinishForm)}
    form = FinishForm(*posted, takes_files=own.takes_files, existing=existing, initial=initial)
    added: list[int] = []

    def act() -> None:
        problems = problems_of_done(form.text().cleaned())
        if problems:
            raise Refused(problems)  # before anything new is kept
        if form.adds:
            added.append(_add(request, own, form))
        chosen = [int(one) for one in form.cleaned_data["evidence"]] + added
        finish(viewer, action_id, form.text(), evidence=chosen, version=form.seen, at=clock.now())

    done = tried(request, form, act)
    if done.saved:
        messages.success(request, "Marked done." + (" Your partnership will confirm it, or open it again." if own.followers else ""))
        return redirect("own_action", organisation=organisation, action_id=action_id)
    if added:
        _tick(request, form, added[0])
        form.offer(evidence_of_unit(viewer, own.view.unit_id))
    page = {
        "own": own,
        "view": own.view,
        "form": form,
        "conflict": done.conflict,
        "accept": ACCEPT,
        "has_existing": bool(existing or added),
    }
    return render(request, "plans/finish_action.html", page, status=done.status)


def _add(request: PageRequest, own: OwnAction, form: FinishForm) -> int:
    """The new piece of evidence; what is wrong with it is told at the fields of this form."""
    data = form.cleaned_data
    upload = data.get("file")
    try:
        return add_evidence(
            request.viewer,
            own.view.unit_id,
            kind=data["kind"],
            title=data["title"],
            where=data["link"] if data["kind"] == "link" else data["where"],
            file_name=upload.name if upload else "",
            data=upload.read(LARGEST + 1) if upload else b"",
            takes_files=own.takes_files,
            at=clock.now(),
        )
    except Refused as refused:
        raise Refused({("link" if k == "where" and data["kind"] == "link" else k): v for k, v in refused.problems.items()}) from None


def _tick(request: PageRequest, form: FinishForm, item_id: int) -> None:
    """The piece is kept already: show it as chosen, so that it is not added twice."""
    data = request.POST.copy()
    data.appendlist("evidence", str(item_id))
    data["kind"] = "none"
    form.data = data
