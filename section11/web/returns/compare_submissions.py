"""Two submissions side by side, as the partnership reads them."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.returns.queries.comparison import compare
from section11.returns.queries.submissions import submissions_of_unit
from section11.web.request import PageRequest


def compare_submissions(request: PageRequest, partnership: str, reference: str, other: str) -> HttpResponse:
    """What differs, statement by statement; `?show=all` shows what is the same, too."""
    both = compare(request.viewer, reference, other)
    page = {"both": both, "numbers": submissions_of_unit(request.viewer, both.later.unit_id), "show_all": request.GET.get("show") == "all"}
    return render(request, "returns/compare_submissions.html", page)
