"""Edits the draft of a letter, with a preview of how it will look."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import edit_letter as operation
from section11.challenge.queries.letter_view import draft_view
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.letters import LetterForm
from section11.web.request import PageRequest


def edit_letter(request: PageRequest, partnership: str, cycle: str, draft: int) -> HttpResponse:
    """Open to officers, never about their own organisation. `preview` shows what was typed and saves nothing."""
    it = draft_view(request.viewer, cycle, draft)
    if not it.is_draft:
        return redirect("letter", partnership=partnership, cycle=cycle, letter=draft)
    stands = {"body": it.body, "version": it.version, **held_initial(request, LetterForm)}
    form = LetterForm(request.POST if request.method == "POST" else None, initial=stands)
    conflict, preview, status = None, "", 200
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["body"]
        if "preview" in request.POST:
            preview = typed
        else:
            try:
                operation.edit_letter(request.viewer, draft, typed, version=form.seen, at=now())
            except Refused as refused:
                add_problems(form, refused.problems)
            except Conflict as found:
                conflict, status = found, 409
            else:
                release_held_form(request)
                messages.success(request, "The draft is saved.")
                return redirect("letter", partnership=partnership, cycle=cycle, letter=draft)
    context = {"it": it, "form": form, "conflict": conflict, "preview": preview}
    return render(request, "letters/edit_letter.html", context, status=422 if form.errors else status)
