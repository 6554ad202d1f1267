import pytest

from section11.challenge.vocabulary import RecommendationState
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership, make_unit
from tests.factories.judging import make_recommendation
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
