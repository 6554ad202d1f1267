"""Two of the organisation's own submissions side by side."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.returns.queries.comparison import compare
from section11.returns.queries.head import return_head
from section11.returns.queries.submissions import submissions_of_unit
from section11.web.request import PageRequest


def compare_own_submissions(request: PageRequest, organisation: str, return_id: int, reference: str, other: str) -> HttpResponse:
    """What differs, statement by statement; `?show=all` shows what is the same, too. The first is one of this return."""
    head = return_head(request.viewer, return_id)
    both = compare(request.viewer, reference, other, return_id=head.return_id)
    page = {
        "head": head,
        "both": both,
        "numbers": submissions_of_unit(request.viewer, both.later.unit_id),
        "show_all": request.GET.get("show") == "all",
    }
    return render(request, "returns/compare_own_submissions.html", page)
