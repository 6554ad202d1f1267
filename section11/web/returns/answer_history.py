"""What an answer said before."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.returns.queries.head import return_head
from section11.returns.queries.history import answer_history as history
from section11.web.request import PageRequest


def answer_history(request: PageRequest, organisation: str, return_id: int, statement_ref: str) -> HttpResponse:
    """Every kept version of one answer, the latest first."""
    head = return_head(request.viewer, return_id)
    page = {"head": head, **history(head, statement_ref)}
    return render(request, "returns/answer_history.html", page)
