import pytest

from section11.challenge.models import Recommendation
from section11.challenge.operations.take_up_recommendation import take_up_recommendation
from section11.challenge.vocabulary import RecommendationState
from section11.lib.errors import Absent, Refused
from section11.plans.models import Action, ActionShare
from section11.plans.rules import ActionText
from tests.challenge.operations.around import only_leads_may
from tests.factories.judging import make_recommendation, verbs
from tests.factories.returns import ACTION, AT, submitted_return

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("before", [RecommendationState.GIVEN, RecommendationState.ANSWERED])
def test_it_becomes_an_action_that_its_partnership_follows(before: RecommendationState) -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, before)
    action = Action.objects.get(pk=take_up_recommendation(opened.lead, row.pk, ACTION, at=AT))
    row.refresh_from_db()
    assert (row.state, row.answer, row.answered_by_name) == (RecommendationState.TAKEN_UP, "", opened.lead.name)
    assert (action.origin, action.unit, action.only_for, action.what) == (row.ref, opened.unit, opened.invitation, ACTION.what)
    assert ActionShare.objects.get(action=action).invitation == opened.invitation
    for stream in (opened.organisation_stream, opened.partnership_stream):
        assert verbs(stream)[-1] == "took-up-recommendation"


def test_an_action_that_says_nothing_takes_nothing_up() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    with pytest.raises(Refused, match="Say what you will do"):
        take_up_recommendation(opened.lead, row.pk, ActionText(), at=AT)
    assert Recommendation.objects.get().state == RecommendationState.GIVEN


def test_it_is_taken_up_once() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.TAKEN_UP)
    with pytest.raises(Refused, match="taken up as an action now"):
        take_up_recommendation(opened.lead, row.pk, ACTION, at=AT)
    assert Action.objects.filter(origin=row.ref).count() == 1


def test_what_was_not_given_is_absent_and_nobody_else_takes_it_up() -> None:
    opened, reference = submitted_return()
    draft = make_recommendation(opened, reference, text="Not yet.")
    with pytest.raises(Absent):
        take_up_recommendation(opened.lead, draft.pk, ACTION, at=AT)
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    only_leads_may(opened, lambda viewer: take_up_recommendation(viewer, row.pk, ACTION, at=AT))
