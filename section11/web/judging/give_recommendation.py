"""Give one recommendation to its organisation."""

from django.http import HttpResponse

from section11.challenge.operations.give_recommendation import give_recommendation as give
from section11.challenge.queries.note_to_write import recommendation_to_change
from section11.lib import clock
from section11.web.judging.note_page import run_note_page
from section11.web.request import PageRequest


def give_recommendation(request: PageRequest, partnership: str, recommendation: int) -> HttpResponse:
    """Open to officers and reviewers. They see exactly what the organisation will."""

    def given(text: str, version: int) -> None:
        give(request.viewer, recommendation, version=version, at=clock.now())

    return run_note_page(
        request,
        "judging/give_recommendation.html",
        lambda: recommendation_to_change(request.viewer, recommendation),
        {"give": (given, "The recommendation is given. The return leads get an email.")},
        label="Recommendation",
    )
