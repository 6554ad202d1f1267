"""A letter from a partnership, for the organisation to read and print, for ever."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.operations.note_letter_opened import note_letter_opened
from section11.challenge.queries.letters_of_return import letter_of_return
from section11.lib.clock import now
from section11.returns.queries.head import return_head
from section11.web.request import PageRequest


def own_letter(request: PageRequest, organisation: str, return_id: int, letter: int) -> HttpResponse:
    """For everybody with a role in the unit. Each person's first look is recorded: the partnership sees it."""
    head = return_head(request.viewer, return_id)
    it = letter_of_return(request.viewer, return_id, letter)
    note_letter_opened(request.viewer, it, at=now())
    return render(request, "letters/own_letter.html", {"head": head, "it": it})
