"""The emails that went out for a partnership, and those that did not."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.lib import clock
from section11.notices.queries import own_emails
from section11.notices.vocabulary import EMAIL_STATE_WORDS, IN_TROUBLE, TROUBLED
from section11.web.request import PageRequest


def emails(request: PageRequest, partnership: str) -> HttpResponse:
    """For the partnership's officers and its scrutineer; `?state=` shows those of one state, `?page=` the next fifty."""
    state = request.GET.get("state", "")
    found = own_emails(request.viewer, state=state, page=request.GET.get("page", "1"), at=clock.now())
    trouble = sum(found.counts.get(one, 0) for one in TROUBLED)
    choices = [(IN_TROUBLE, f"Wants your attention ({trouble:,})")]
    choices += [(key, f"{words} ({found.counts.get(key, 0):,})") for key, words in EMAIL_STATE_WORDS.items()]
    return render(request, "notices/emails.html", {"found": found, "state": state, "choices": choices})
