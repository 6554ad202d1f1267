import pytest

from section11.challenge.models import Recommendation
from section11.challenge.vocabulary import RecommendationState
from tests.factories.browsers import signed_in
from tests.factories.judging import colleague_of, make_recommendation
from tests.factories.returns import Opened, submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_partnership, post, read

pytestmark = pytest.mark.django_db


def address(opened: Opened, row: Recommendation) -> str:
    return at_partnership("change_recommendation", opened, recommendation=row.pk)


def test_it_is_changed_and_one_goes_back_to_its_standard() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    client = signed_in(opened.officer)
    assert "Write what you recommend" in post(client, address(opened, row), 422, text="", version=1, do="save")
    page = post(client, address(opened, row), text="Ask every child.", version=1, do="save")
    assert "The recommendation is changed" in page
    assert "1. Leadership" in page
    assert "Ask every child." in page


def test_the_slower_of_two_sees_both_and_can_save_again() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    client = signed_in(opened.officer)
    post(client, address(opened, row), text="Theirs.", version=1, do="save")
    response = client.post(address(opened, row), {"text": "Mine.", "version": 1, "do": "save"})
    assert response.status_code == 409
    body = response.content.decode()
    assert "Theirs." in body
    assert "Mine.</textarea>" in body
    assert 'name="version" value="2"' in body


def test_it_is_taken_out() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, standard_ref="")
    page = post(signed_in(opened.officer), address(opened, row), text=row.text, version=1, do="drop")
    assert "taken out" in page
    assert "Judgement of this return" in page
    assert not Recommendation.objects.exists()


def test_one_that_was_given_or_is_about_ones_own_organisation_can_only_be_read() -> None:
    opened, reference = submitted_return()
    given = make_recommendation(opened, reference, RecommendationState.GIVEN)
    page = post(signed_in(opened.officer), address(opened, given), 422, text="Other words.", version=given.version, do="save")
    assert "given to the organisation now" in page
    assert "Other words." in page
    draft = make_recommendation(opened, reference, text="Not yet.")
    page = read(signed_in(colleague_of(opened)), address(opened, draft))
    assert "so a colleague must do this" in page
    assert "Take it out" not in page


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    client = signed_in(opened.officer)
    with assert_queries(10):
        client.get(address(opened, row))
