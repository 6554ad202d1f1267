"""Everything that the signed-in person answers, whatever the organisation."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.queries.own_challenges import challenge_counts
from section11.lib import clock
from section11.returns.queries.head import return_heads
from section11.web.request import PageRequest


def your_returns(request: PageRequest) -> HttpResponse:
    """Each return with its partnership, due date in words, progress and the one next step. With one return, straight to it."""
    heads = return_heads(request.viewer)
    if len(heads) == 1:
        return redirect("return_tasks", organisation=heads[0].organisation_slug, return_id=heads[0].return_id)
    page = {"heads": heads, "challenges": challenge_counts(request.viewer), "today": clock.today()}
    return render(request, "returns/your_returns.html", page)
