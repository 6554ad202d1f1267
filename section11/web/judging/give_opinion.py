"""Give an opinion on a cycle: it never changes again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.give_opinion import give_opinion as give
from section11.challenge.queries.opinions import opinions
from section11.lib import clock
from section11.lib.errors import Absent, Conflict, Refused
from section11.web.request import PageRequest


def give_opinion(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to the scrutineer. GET shows the draft as it would be read; POST gives exactly that."""
    found = opinions(request.viewer, cycle)
    if found.draft is None:
        raise Absent
    problems: dict[str, str] = {}
    status = 200
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            give(
                request.viewer,
                cycle,
                version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0,
                at=clock.now(),
            )
        except Conflict:
            problems, status = {"": "Your draft was changed in another window since you read it here. Read it again, then give it"}, 409
            found = opinions(request.viewer, cycle)
        except Refused as refused:
            problems, status = refused.problems, 422
        else:
            messages.success(request, "Your opinion is given. Everybody with a role in the partnership can read it.")
            return redirect("opinions", partnership=partnership, cycle=cycle)
    return render(request, "judging/give_opinion.html", {"found": found, "problems": problems}, status=status)
