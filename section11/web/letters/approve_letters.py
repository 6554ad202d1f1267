"""Approves chosen letters, after showing exactly who gets what."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.challenge.queries.recipients import recipients
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.jobs.approve_letters import send_letters
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.words import plural
from section11.web.letters.chosen import chosen_rows
from section11.web.request import PageRequest


def approve_letters(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. A letter that changes after it was shown here is left out."""
    setup, rows = cycle_brief(request.viewer, cycle), chosen_rows(request, cycle)
    ready = [row for row in rows if row.is_draft and not row.conflicted]
    shown = seen(request.POST.get("versions", "")) if request.method == "POST" else {}
    if shown:
        back = reverse("letters", kwargs={"partnership": partnership, "cycle": cycle})
        title = f"Approving {plural(len(shown), 'letter')}"
        versions = request.POST["versions"]
        job = start_job(request.viewer, send_letters, title=title, at=now(), leads_to=back, cycle=cycle, versions=versions)
        return redirect("job", partnership=partnership, job=job)
    context = {
        "setup": setup,
        "ready": ready,
        "left_out": [row for row in rows if not row.is_draft or row.conflicted],
        "people": recipients(request.viewer, {row.unit_id for row in ready}),
        "versions": ",".join(f"{row.letter_id}:{row.letter_version}" for row in ready),
    }
    return render(request, "letters/approve_letters.html", context)


def seen(text: str) -> dict[int, int]:
    """Which letters were shown, each in which version: `12:3,15:1`."""
    pairs = [one.partition(":") for one in text.split(",")]
    return {int(letter): int(version) for letter, _, version in pairs if letter.isdecimal() and version.isdecimal() and len(letter) < 19}
