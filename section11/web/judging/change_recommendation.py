"""Change or drop a recommendation that was not given yet."""

from django.http import HttpResponse

from section11.challenge.operations.change_recommendation import change_recommendation as change
from section11.challenge.operations.drop_recommendation import drop_recommendation as drop
from section11.challenge.queries.note_to_write import recommendation_to_change
from section11.lib import clock
from section11.web.judging.note_page import run_note_page
from section11.web.request import PageRequest


def change_recommendation(request: PageRequest, partnership: str, recommendation: int) -> HttpResponse:
    """Open to officers and reviewers."""
    viewer, now = request.viewer, clock.now()

    def changed(text: str, version: int) -> None:
        change(viewer, recommendation, text, version=version, at=now)

    def dropped(text: str, version: int) -> None:
        drop(viewer, recommendation, version=version, at=now)

    return run_note_page(
        request,
        "judging/change_recommendation.html",
        lambda: recommendation_to_change(viewer, recommendation),
        {"save": (changed, "The recommendation is changed"), "drop": (dropped, "The recommendation is taken out")},
        label="What do you recommend?",
        hint="The organisation sees it once it is given",
    )
