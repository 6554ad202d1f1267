"""What the plans of an audit leave open: every partial or unmet statement without what, who and by when."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.plan_gaps import plan_gaps
from section11.web.request import PageRequest


def plan_quality(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to those who read submissions; by organisation."""
    sector = request.GET.get("sector", "").strip()[:60]
    gaps = plan_gaps(request.viewer, cycle, sector=sector, page=request.GET.get("page", "1"))
    return render(request, "plans/plan_quality.html", {"gaps": gaps, "sector": sector})
