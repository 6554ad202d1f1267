"""Change the words of good practice, or take the mark away, before its organisation is asked."""

from django.http import HttpResponse

from section11.challenge.operations.change_good_practice import change_good_practice as change
from section11.challenge.operations.unmark_good_practice import unmark_good_practice as unmark
from section11.challenge.queries.note_to_write import practice_to_change
from section11.lib import clock
from section11.web.judging.note_page import run_note_page
from section11.web.request import PageRequest


def change_good_practice(request: PageRequest, partnership: str, practice: int) -> HttpResponse:
    """Open to officers and reviewers."""
    viewer, now = request.viewer, clock.now()

    def changed(text: str, version: int) -> None:
        change(viewer, practice, text, version=version, at=now)

    def unmarked(text: str, version: int) -> None:
        unmark(viewer, practice, version=version, at=now)

    return run_note_page(
        request,
        "judging/change_good_practice.html",
        lambda: practice_to_change(viewer, practice),
        {"save": (changed, "The good practice is changed"), "unmark": (unmarked, "It is no longer marked as good practice")},
        label="What is good practice here?",
        hint="Write it as other organisations would read it",
    )
