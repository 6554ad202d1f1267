"""What the pages share that change one note before anybody outside the partnership knows of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.challenge.queries.note_to_write import NoteToWrite
from section11.lib.errors import Conflict, Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.judging import TextForm
from section11.web.request import PageRequest

Acts = dict[str, tuple[Callable[[str, int], None], str]]  # button -> (what it does with text and version, what is said then)


def back_to_judgement(request: PageRequest, note: NoteToWrite) -> HttpResponse:
    """The page from which the note came: its standard's, or the whole return's."""
    here = {"partnership": request.viewer.slug, "reference": note.reference}
    if not note.standard_ref:
        return redirect(reverse("judgement", kwargs=here))
    return redirect(reverse("judge_standard", kwargs={**here, "standard_ref": note.standard_ref}))


def run_note_page(
    request: PageRequest, template: str, find: Callable[[], NoteToWrite], acts: Acts, *, label: str, hint: str = ""
) -> HttpResponse:
    """GET shows the note in its words; POST does what the button pressed says, or shows both texts when somebody was faster."""
    note = find()
    posted = request.POST.copy() if request.method == "POST" else None
    form = TextForm(posted, label=label, hint=hint, initial={"text": note.text, "version": note.version, **held_initial(request, TextForm)})
    conflict: Conflict | None = None
    status = 200
    if posted is not None:
        status = 422
        act, said = acts.get(posted.get("do", ""), next(iter(acts.values())))
        if form.is_valid():
            try:
                act(form.cleaned_data["text"], form.cleaned_data["version"] or 0)
            except Conflict as faster:
                conflict, status = faster, 409
                posted["version"] = str(faster.version)
                note = find()
                form = TextForm(posted, label=label, hint=hint)
            except Refused as refused:
                add_problems(form, refused.problems)
            else:
                release_held_form(request)
                messages.success(request, said)
                return back_to_judgement(request, note)
    page: dict[str, Any] = {"note": note, "form": form, "conflict": conflict}
    return render(request, template, page, status=status)
