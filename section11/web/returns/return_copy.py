"""A return to read and print, at any time: its answers as they stand."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.lib import clock
from section11.returns.queries.brought_in import draft_to_read
from section11.returns.queries.head import return_head
from section11.returns.queries.signing import latest_sign_off
from section11.web.request import PageRequest


def return_copy(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """One long page that prints well."""
    head = return_head(request.viewer, return_id)
    page = {"head": head, "draft": draft_to_read(request.viewer, head), "sign_off": latest_sign_off(head), "now": clock.now()}
    return render(request, "returns/return_copy.html", page)
