import pytest

from section11.challenge.vocabulary import GoodPracticeState, RecommendationState
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership, make_unit
from tests.factories.judging import make_practice, make_recommendation
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_organisation, read

pytestmark = pytest.mark.django_db


def test_what_was_given_is_shown_with_what_can_be_done_and_drafts_never_are() -> None:
    opened, reference = submitted_return()
    assert "None yet" in read(signed_in(opened.lead), at_organisation("recommendations", opened))
    for state in RecommendationState:
        make_recommendation(opened, reference, state, text=f"This is {state.value}.")
    page = read(signed_in(opened.lead), at_organisation("recommendations", opened))
    assert "1 recommendation waits for you" in page
    assert "This is draft." not in page
    for text in ("This is given.", "This is taken-up.", "This is answered.", "We did so in May."):
        assert text in page
    assert page.count("Make it an action") == 2
    assert "Make it an action" not in read(signed_in(opened.signatory), at_organisation("recommendations", opened))


def test_another_unit_of_the_organisation_sees_nothing_of_it() -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference, RecommendationState.GIVEN)
    other = make_membership(role=Role.RETURN_LEAD, of=make_unit(opened.unit.organisation)).person
    assert "None yet" in read(signed_in(other), at_organisation("recommendations", opened))


@pytest.mark.parametrize("number", [1, 40])
def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries, number: int) -> None:
    opened, reference = submitted_return()
    for count in range(number):
        make_recommendation(opened, reference, RecommendationState.GIVEN, text=f"Advice {count}")
    client = signed_in(opened.lead)
    with assert_queries(10):
        client.get(at_organisation("recommendations", opened))


def test_the_plan_shows_what_waits_and_the_return_says_how_many(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference, text="Not given.")
    make_recommendation(opened, reference, RecommendationState.GIVEN, text="This waits.")
    make_recommendation(opened, reference, RecommendationState.ANSWERED, text="This does not.")
    make_practice(opened, reference, GoodPracticeState.ASKED)
    client = signed_in(opened.lead)
    plan = read(client, at_organisation("improvement_plan", opened))
    assert "This waits." in plan
    assert "See all 2 recommendations" in plan
    assert "This does not." not in plan
    tasks = at_organisation("return_tasks", opened, return_id=opened.return_id)
    client.get(tasks)
    with assert_queries(10):
        page = read(client, tasks)
    assert "1 recommendation waits to be made an action, or answered" in page
    assert "Recommendations 2 recommendations so far" in page
    assert "Decide whether it may be shared" in page
    assert "Nothing is asked so far" in page
    assert "1 recommendation waits for you" in read(client, at_organisation("organisation_returns", opened))
    assert "Not given." not in plan + page


def test_a_return_says_only_what_is_recommended_on_it() -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference, RecommendationState.GIVEN)
    other, _ = submitted_return(unit=opened.unit)
    page = read(signed_in(other.lead), at_organisation("return_tasks", other, return_id=other.return_id))
    assert "recommendation waits" not in page
    assert "Recommendations None so far" in page
