"""Every letter about a return."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.letters_of_return import letters_of_return
from section11.returns.queries.head import return_head
from section11.web.request import PageRequest


def own_letters(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """For everybody with a role in the unit, before, at and after the deadline."""
    head = return_head(request.viewer, return_id)
    return render(request, "letters/own_letters.html", {"head": head, "letters": letters_of_return(request.viewer, return_id)})
