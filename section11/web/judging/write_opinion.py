"""Write an opinion on a cycle, and keep it as a draft."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.queries.opinions import opinions
from section11.lib import clock
from section11.lib.errors import Absent, Conflict, Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.judging import OpinionForm
from section11.web.request import PageRequest


def write_opinion(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to the scrutineer. One button keeps the draft, the other goes on to giving it."""
    found = opinions(request.viewer, cycle)
    if found.draft is None:
        raise Absent
    posted = request.POST.copy() if request.method == "POST" else None
    form = OpinionForm(posted, initial={"text": found.draft.text, "version": found.draft.version, **held_initial(request, OpinionForm)})
    conflict: Conflict | None = None
    status = 200
    if posted is not None:
        status = 422
        if form.is_valid():
            told = form.cleaned_data
            try:
                save_opinion(request.viewer, cycle, told["text"], version=told["version"] or 0, at=clock.now())
            except Conflict as faster:
                conflict, status = faster, 409
                posted["version"] = str(faster.version)
                form = OpinionForm(posted)
            except Refused as refused:
                add_problems(form, refused.problems)
            else:
                release_held_form(request)
                if posted.get("then") == "give":
                    return redirect("give_opinion", partnership=partnership, cycle=cycle)
                messages.success(request, "Your draft is saved. Nobody else sees it.")
                return redirect("write_opinion", partnership=partnership, cycle=cycle)
    return render(request, "judging/write_opinion.html", {"found": found, "form": form, "conflict": conflict}, status=status)
