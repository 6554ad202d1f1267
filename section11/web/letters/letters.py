"""The letters of a cycle: which returns have one, which wait, and which were opened."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.letters import GROUP_WORDS, letters_of_cycle
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def letters(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """For those who read submissions; officers choose returns, to draft or approve their letters."""
    group = request.GET.get("state", "")
    found = letters_of_cycle(request.viewer, cycle, group=group, page=request.GET.get("page", "1"))
    context = {"found": found, "group": group, "group_words": GROUP_WORDS, "is_officer": request.viewer.has(Role.OFFICER)}
    return render(request, "letters/letters.html", context)
