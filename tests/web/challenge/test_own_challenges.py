import pytest

from section11.challenge.vocabulary import ChallengeState
from tests.factories.browsers import signed_in
from tests.factories.challenge import challenge_in, make_challenge
from tests.factories.directory import make_participation
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import of_return, own_page, read

pytestmark = pytest.mark.django_db


def test_what_waits_for_the_lead_comes_first() -> None:
    opened, reference = submitted_return()
    for number, state in enumerate((ChallengeState.CLOSED, ChallengeState.ANSWERED, ChallengeState.OPEN), 1):
        challenge_in(state, opened, reference, text=f"Question {number}")
    page = read(signed_in(opened.lead), of_return("own_challenges", opened))
    places = [page.index(f"Challenge {number}: statement 1.1") for number in (3, 2, 1)]
    assert places == sorted(places)
    for words in ("Waits for your answer", "With the partnership", "Question: the evidence was seen"):
        assert words in page


def test_everybody_in_the_unit_reads_and_an_empty_list_says_what_will_come() -> None:
    opened, _ = submitted_return()
    for viewer in (opened.lead, opened.signatory, opened.contributor):
        assert "There is no challenge." in read(signed_in(viewer), of_return("own_challenges", opened))


def test_each_return_shows_its_own_partnerships_only() -> None:
    opened, reference = submitted_return()
    beside, beside_reference = submitted_return(participation=make_participation(organisation=opened.unit.organisation), unit=opened.unit)
    made, other = make_challenge(opened, reference), make_challenge(beside, beside_reference, "standard:2")
    client = signed_in(opened.lead)
    page = client.get(of_return("own_challenges", opened)).content.decode()
    assert own_page(opened, made) in page
    assert "standard 2" not in page
    read(client, own_page(opened, other), 404)


@pytest.mark.parametrize("many", [1, 55])
def test_a_long_list_is_shown_a_page_at_a_time_in_few_statements(many: int, assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    for number in range(many):
        make_challenge(opened, reference, text=f"Question {number}")
    client = signed_in(opened.lead)
    with assert_queries(10):
        page = read(client, of_return("own_challenges", opened))
    assert f"Showing 1 to {min(many, 50)} of {many} challenge" in page
