"""Every submission of a return: numbered, each readable."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.returns.queries.head import return_head
from section11.returns.queries.submissions import submissions_of_return
from section11.returns.vocabulary import ReturnState
from section11.web.request import PageRequest


def submissions(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """The latest first, with who submitted it and why it was amended."""
    head = return_head(request.viewer, return_id)
    page = {
        "head": head,
        "submissions": submissions_of_return(request.viewer, return_id),
        "can_withdraw": head.is_lead and head.is_taken and head.state == ReturnState.SUBMITTED,
    }
    return render(request, "returns/submissions.html", page)
