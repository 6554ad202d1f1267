"""Say how an action is going."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.lib import clock
from section11.lib.refs import key_of, kind_of
from section11.plans.operations.update_progress import update_progress as update
from section11.plans.queries.action_view import ActionView, own_action
from section11.plans.rules import ActionText
from section11.plans.rules.transitions import can
from section11.returns.queries.head import return_head
from section11.returns.vocabulary import ReturnState
from section11.web.account.held_form import held_initial
from section11.web.forms.plans import ProgressForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest

IN_SIGN_OFF = (ReturnState.WITH_SIGNATORY, ReturnState.SIGNED)


def update_progress(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET shows how it is going; POST saves it, or shows both texts when somebody was faster."""
    own = own_action(request.viewer, action_id)
    view = own.view
    if request.method != "POST" and not can("update_progress", view.state):
        return redirect("own_action", organisation=organisation, action_id=action_id)
    form = progress_form(request.POST if request.method == "POST" else None, view.text, view.version, held_initial(request, ProgressForm))
    done = tried(request, form, lambda: update(request.viewer, action_id, form.text(), version=form.seen, at=clock.now()))
    if done.saved:
        messages.success(request, "Progress saved")
        return redirect(f"{reverse('improvement_plan', kwargs={'organisation': organisation})}#action-{action_id}")
    page = {"own": own, "view": view, "form": form, "conflict": done.conflict, "is_signed": _in_sign_off(request, view)}
    return render(request, "plans/update_progress.html", page, status=done.status)


def progress_form(data: QueryDict | None, text: ActionText, version: int, held: Mapping[str, Any] | None = None) -> ProgressForm:
    """The form as the action stands, or with what was kept for its person."""
    stands = {"progress": text.progress, "rag": text.rag, "due": text.due, "version": version}
    return ProgressForm(data, initial={**stands, **(held or {})})


def _in_sign_off(request: PageRequest, view: ActionView) -> bool:
    """Whether the return that raised it is being signed, so that a new date would have to be signed again."""
    if kind_of(view.origin) != "return":
        return False
    return return_head(request.viewer, int(key_of(view.origin))).state in IN_SIGN_OFF
