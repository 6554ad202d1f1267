import pytest

from section11.challenge.models import Recommendation
from section11.challenge.vocabulary import RecommendationState
from tests.factories.browsers import signed_in
from tests.factories.judging import colleague_of, make_recommendation
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_submission, post, read

pytestmark = pytest.mark.django_db


def test_all_of_them_are_shown_first_and_given_at_once() -> None:
    opened, reference = submitted_return()
    client, address = signed_in(opened.officer), at_submission("give_recommendations", opened, reference)
    assert "none that was not given yet" in read(client, address)
    for text in ("One.", "Two."):
        make_recommendation(opened, reference, text=text)
    page = read(client, address)
    assert "One." in page
    assert "Give 2 recommendations" in page
    assert "2 recommendations given" in post(client, address)
    assert set(Recommendation.objects.values_list("state", flat=True)) == {RecommendationState.GIVEN}
    assert "nothing left to give" in post(client, address)


def test_a_colleague_of_the_organisation_is_refused() -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference)
    assert "a colleague must do this" in post(
        signed_in(colleague_of(opened)), at_submission("give_recommendations", opened, reference), 422
    )


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    for number in range(8):
        make_recommendation(opened, reference, text=f"Advice {number}")
    client = signed_in(opened.officer)
    with assert_queries(10):
        client.get(at_submission("give_recommendations", opened, reference))
