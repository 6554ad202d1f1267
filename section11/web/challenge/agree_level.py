"""Agree the level of one statement after challenge, agree it again, or take it away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.agree_again import agree_again
from section11.challenge.operations.agree_level import agree_level as agree
from section11.challenge.operations.remove_agreed_level import remove_agreed_level
from section11.challenge.queries.marks import marks
from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.returns.queries.submission_view import submission as whole
from section11.web.challenge.about_words import statement_words
from section11.web.components.problems import add_problems
from section11.web.forms.challenge import AgreeForm
from section11.web.request import PageRequest

DONE = {"agree": "The agreed level is kept", "again": "The agreed level stands again", "remove": "The agreed level is removed"}


def agree_level(request: PageRequest, partnership: str, reference: str, statement_ref: str) -> HttpResponse:
    """GET shows what stands; POST changes it, or shows both when a colleague was faster. `do`: agree, again or remove."""
    view = whole(request.viewer, reference)
    about, answer = statement_words(view, statement_ref)
    noted = marks(request.viewer, view.head.invitation_number)
    stands = noted.agreed.get(statement_ref)
    initial = {"version": stands.version, "level": stands.level_key, "reason": stands.reason} if stands else {"version": 0}
    form = AgreeForm(request.POST if request.method == "POST" else None, levels=view.levels, initial=initial)
    conflict: Conflict | None = None
    status = 200
    if request.method == "POST":
        status = 422
        what = request.POST.get("do", "agree")
        if form.is_valid():
            try:
                _do(request, reference, statement_ref, what, form)
            except Conflict as faster:
                conflict, status = faster, 409
                form = AgreeForm({**request.POST.dict(), "version": str(faster.version)}, levels=view.levels)
            except Refused as refused:
                add_problems(form, refused.problems)
            else:
                messages.success(request, f"{DONE.get(what, DONE['agree'])} for {statement_ref}.")
                return redirect("read_statement", partnership=partnership, reference=reference, statement_ref=statement_ref)
    page = {
        "view": view,
        "about": about,
        "answer": answer,
        "stands": stands,
        "form": form,
        "conflict": conflict,
        "problem": noted.remit.problem(about.standard_ref),
    }
    return render(request, "challenge/agree_level.html", page, status=status)


def _do(request: PageRequest, reference: str, statement_ref: str, what: str, form: AgreeForm) -> None:
    viewer, now, version = request.viewer, clock.now(), form.cleaned_data["version"]
    if what == "again":
        agree_again(viewer, reference, statement_ref, version=version, at=now)
    elif what == "remove":
        remove_agreed_level(viewer, reference, statement_ref, version=version, at=now)
    else:
        agree(viewer, reference, statement_ref, form.cleaned_data["level"], form.cleaned_data["reason"], version=version, at=now)
