"""One letter to read: the text, what it speaks of, who opened it."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.letter_view import letter_view, openings, other_letters
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def letter(request: PageRequest, partnership: str, cycle: str, letter: int) -> HttpResponse:
    """Approved ones for those who read submissions, drafts for officers."""
    it = letter_view(request.viewer, cycle, letter)
    works = it.is_draft and request.viewer.has(Role.OFFICER)
    return render(
        request, "letters/letter.html", {"it": it, "openings": openings(it), "others": other_letters(request.viewer, it), "works": works}
    )
