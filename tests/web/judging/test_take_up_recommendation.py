import pytest

from section11.challenge.vocabulary import RecommendationState
from section11.plans.models import Action
from tests.factories.browsers import signed_in
from tests.factories.judging import make_recommendation
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_organisation, post, read

pytestmark = pytest.mark.django_db


def test_its_words_stand_in_the_box_and_it_goes_into_the_plan() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    client, address = signed_in(opened.lead), at_organisation("take_up_recommendation", opened, given=row.pk)
    assert f"{row.text}</textarea>" in client.get(address).content.decode()
    assert "Say what you will do" in post(client, address, 422, what="")
    page = post(client, address, what="Ask every child.", who="Deputy head")
    assert "you took its recommendation up" in page
    assert Action.objects.get().origin == row.ref
    assert "taken up as an action already" in read(client, address)
    assert client.post(address, {"what": "Again."}).status_code == 422


def test_nobody_but_a_lead_reaches_it(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    address = at_organisation("take_up_recommendation", opened, given=row.pk)
    assert signed_in(opened.contributor).get(address).status_code == 404
    client = signed_in(opened.lead)
    with assert_queries(10):
        client.get(address)
