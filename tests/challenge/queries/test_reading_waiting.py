"""What waits today to be read and judged, and which answers are late."""

from datetime import timedelta

import pytest

from section11.challenge.models import Challenge
from section11.challenge.operations.note_look import note_look
from section11.challenge.operations.rate_evidence import RatedEvidence, rate_evidence
from section11.challenge.queries.waiting import waiting_help
from section11.challenge.vocabulary import GoodPracticeState, RecommendationState
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.challenge import answer, make_challenge, make_part, make_reviewer
from tests.factories.judging import colleague_of, make_grade, make_practice, make_recommendation
from tests.factories.panels import make_letter
from tests.factories.returns import AT, partnership_viewer, rate, sign_and_submit, submitted_return

pytestmark = pytest.mark.django_db
KINDS = ("read", "judging", "late-challenge")


def waits(viewer: Viewer) -> dict[str, int]:
    return {one.kind: one.number for one in waiting_help(viewer, at=AT) if one.kind in KINDS}


def test_returns_that_a_viewer_has_not_looked_at_in_their_latest_submission() -> None:
    opened, reference = submitted_return()
    submitted_return(cycle=opened.cycle)
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    assert waits(opened.officer) == waits(scrutineer) == {"read": 2}
    note_look(opened.officer, reference, at=AT)
    assert waits(opened.officer) == {"read": 1}
    assert waits(scrutineer) == {"read": 2}
    start_amendment(opened.lead, opened.return_id, reason="A new policy", at=AT)
    rate(opened, "1.1", "met", comment="New")
    sign_and_submit(opened)
    assert waits(opened.officer) == {"read": 2}
    assert waits(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)) == {}
    assert waits(submitted_return()[0].officer) == {"read": 1}
    Cycle.objects.filter(pk=opened.cycle.pk).update(state=CycleState.CLOSED)
    assert waits(opened.officer) == {}


def test_a_reviewer_is_asked_for_what_is_theirs() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return(cycle=opened.cycle)
    reviewer = make_reviewer(opened.cycle)
    assert waits(reviewer) == {"read": 2}
    make_part(reviewer, opened.cycle, sector=other.invitation.sector)
    same = sum(one.invitation.sector_id == other.invitation.sector_id for one in (opened, other))
    assert waits(reviewer) == {"read": same}
    assert waits(colleague_of(opened)) == {"read": 1}


@pytest.mark.parametrize("begun", ["evidence", "grade", "practice", "recommendation"])
def test_a_return_is_being_judged_until_there_is_a_letter(begun: str) -> None:
    opened, reference = submitted_return()
    assert "judging" not in waits(opened.officer)
    if begun == "evidence":
        rate_evidence(opened.officer, reference, "1", {"1.1": RatedEvidence("weak")}, at=AT)
    elif begun == "grade":
        make_grade(opened, reference)
    elif begun == "practice":
        make_practice(opened, reference)
    else:
        make_recommendation(opened, reference)
    assert waits(opened.officer)["judging"] == waits(make_reviewer(opened.cycle))["judging"] == 1
    assert "judging" not in waits(partnership_viewer(opened, Role.SCRUTINEER))
    make_letter(opened)
    assert "judging" not in waits(opened.officer)


def test_what_the_organisation_was_told_is_not_being_judged() -> None:
    opened, reference = submitted_return()
    make_practice(opened, reference, GoodPracticeState.ASKED)
    make_recommendation(opened, reference, RecommendationState.GIVEN)
    assert "judging" not in waits(opened.officer)


def test_challenges_past_their_day() -> None:
    opened, reference = submitted_return()
    late, today, answered = (make_challenge(opened, reference, about) for about in ("statement:1.1", "statement:1.2", "standard:1"))
    for one, days in ((late, 1), (today, 0), (answered, 1)):
        Challenge.objects.filter(pk=one.pk).update(wanted_by=(AT - timedelta(days=days)).date())
    answer(opened, answered)
    assert waits(opened.officer)["late-challenge"] == 1
    assert "late-challenge" not in waits(submitted_return()[0].officer)
