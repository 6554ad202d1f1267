"""Drafts the letters of chosen returns, after showing of which: one at once, many in the background."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.challenge.operations.draft_letter import draft_letter
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.jobs.draft_letters import write_drafts
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.web.letters.chosen import chosen_rows
from section11.web.request import PageRequest


def draft_letters(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup, rows = cycle_brief(request.viewer, cycle), chosen_rows(request, cycle)
    ready = [row for row in rows if row.may_draft]
    problems: dict[str, str] = {}
    if request.method == "POST" and len(ready) == 1:
        try:
            made = draft_letter(request.viewer, cycle, ready[0].invitation_id, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, "Here is a draft. Read it, change what you like, then approve it.")
            return redirect("edit_letter", partnership=partnership, cycle=cycle, draft=made)
    elif request.method == "POST" and ready:
        back = reverse("letters", kwargs={"partnership": partnership, "cycle": cycle})
        ids = ",".join(str(row.invitation_id) for row in ready)
        title = f"Drafting {plural(len(ready), 'letter')}"
        job = start_job(request.viewer, write_drafts, title=title, at=now(), leads_to=f"{back}?state=draft", cycle=cycle, chosen=ids)
        return redirect("job", partnership=partnership, job=job)
    context = {"setup": setup, "rows": rows, "ready": ready, "left_out": [row for row in rows if not row.may_draft], "problems": problems}
    return render(request, "letters/draft_letters.html", context, status=422 if problems else 200)
