"""Ask an organisation whether its good practice may be shared."""

from django.http import HttpResponse

from section11.challenge.operations.ask_consent import ask_consent as ask
from section11.challenge.queries.note_to_write import practice_to_change
from section11.lib import clock
from section11.web.judging.note_page import run_note_page
from section11.web.request import PageRequest


def ask_consent(request: PageRequest, partnership: str, practice: int) -> HttpResponse:
    """Open to officers and reviewers. They see exactly the words that would be shared."""

    def asked(text: str, version: int) -> None:
        ask(request.viewer, practice, version=version, at=clock.now())

    return run_note_page(
        request,
        "judging/ask_consent.html",
        lambda: practice_to_change(request.viewer, practice),
        {"ask": (asked, "The organisation is asked. Its return leads get an email.")},
        label="Good practice",
    )
