import pytest

from section11.challenge.operations.answer_recommendation import answer_recommendation
from section11.challenge.vocabulary import RecommendationState
from section11.lib.errors import Absent, Conflict, Refused
from tests.challenge.operations.around import only_leads_may
from tests.factories.judging import make_recommendation, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_a_lead_says_why_no_action_follows_and_may_say_it_better() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    answer_recommendation(opened.lead, row.pk, "We did so.", version=row.version, at=AT)
    for stream in (opened.organisation_stream, opened.partnership_stream):
        assert verbs(stream)[-1] == "answered-recommendation"
    answer_recommendation(opened.lead, row.pk, "We did so in May.", version=row.version + 1, at=AT)
    row.refresh_from_db()
    assert (row.state, row.answer, row.answered_by_name) == (RecommendationState.ANSWERED, "We did so in May.", opened.lead.name)


def test_the_slower_of_two_leads_is_told() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.ANSWERED)
    with pytest.raises(Conflict) as told:
        answer_recommendation(opened.lead, row.pk, "Mine.", version=row.version - 1, at=AT)
    assert (told.value.mine, told.value.theirs) == ({"answer": "Mine."}, {"answer": "We did so in May."})
    assert told.value.by == opened.lead.name


def test_an_answer_has_words() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    with pytest.raises(Refused) as told:
        answer_recommendation(opened.lead, row.pk, " ", version=row.version, at=AT)
    assert list(told.value.problems) == ["answer"]


def test_what_was_not_given_is_absent_and_nobody_else_answers() -> None:
    opened, reference = submitted_return()
    draft = make_recommendation(opened, reference, text="Not yet.")
    with pytest.raises(Absent):
        answer_recommendation(opened.lead, draft.pk, "No.", version=1, at=AT)
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    only_leads_may(opened, lambda viewer: answer_recommendation(viewer, row.pk, "No.", version=row.version, at=AT))
