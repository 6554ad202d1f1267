import pytest

from section11.challenge.vocabulary import RecommendationState
from tests.factories.browsers import signed_in
from tests.factories.judging import make_recommendation
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_organisation, at_submission, post, read

pytestmark = pytest.mark.django_db


def test_the_lead_says_why_and_the_partnership_reads_it() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    client, address = signed_in(opened.lead), at_organisation("answer_recommendation", opened, given=row.pk)
    assert "Say why you plan no action" in post(client, address, 422, answer=" ", version=row.version)
    assert "Your answer is saved" in post(client, address, answer="We did so.", version=row.version)
    page = post(client, address, 409, answer="Mine.", version=row.version)
    assert "We did so." in page
    assert "Mine." in page
    post(client, address, answer="We did so in May.", version=row.version + 1)
    assert "Their answer: We did so in May." in read(signed_in(opened.officer), at_submission("judgement", opened, reference))


def test_one_that_was_taken_up_has_nothing_to_answer(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.TAKEN_UP)
    client, address = signed_in(opened.lead), at_organisation("answer_recommendation", opened, given=row.pk)
    with assert_queries(10):
        assert "taken up as an action already" in read(client, address)
    assert "taken up as an action now" in post(client, address, 422, answer="No.", version=row.version)
