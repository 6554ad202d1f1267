"""What the pages share that move a support conversation on: show, save, or show both when a colleague was faster."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.queries.support_list import SupportRow, support_of_invitation
from section11.lib.errors import Conflict, Refused
from section11.web.components.problems import add_problems
from section11.web.follow_up.versions import posted_version
from section11.web.forms.follow_up import AgreeSupportForm, OutcomeForm, SaidForm
from section11.web.request import PageRequest

PAGES = {
    "agree_support": "follow_up/agree_support.html",
    "log_support": "follow_up/log_support.html",
    "close_support": "follow_up/close_support.html",
}
SupportForm = AgreeSupportForm | SaidForm | OutcomeForm


def run_move(
    request: PageRequest,
    where: tuple[str, int],
    verb: str,
    make_form: Callable[[SupportRow, Any], SupportForm],
    save: Callable[[dict[str, Any], int], None],
    done: str,
) -> HttpResponse:
    """`where`: the cycle and the invitation. `save` is given what was typed and the version, and carries the operation."""
    cycle, invitation = where
    found = support_of_invitation(request.viewer, cycle, invitation)
    form = make_form(found, request.POST if request.method == "POST" else None)
    version, status = found.version, 200
    conflict: Conflict | None = None
    if request.method == "POST":
        version, status = posted_version(request), 422
        form.is_valid()
        try:
            save(typed_of(form), version)
        except Refused as refused:
            add_problems(form, {name: text for name, text in refused.problems.items() if name not in form.errors})
        except Conflict as faster:
            conflict, version, status = faster, faster.version, 409
        else:
            messages.success(request, done)
            return redirect("support", partnership=request.viewer.slug, cycle=cycle, invitation=invitation)
    page = {"it": found, "cycle": cycle, "form": form, "version": version, "conflict": conflict, "may": found.may(verb)}
    return render(request, PAGES[verb], page, status=status)


def typed_of(form: forms.Form) -> dict[str, Any]:
    """What was typed, field by field; nothing for a field that cannot be read."""
    return {name: form.cleaned_data.get(name) for name in form.fields}
