import pytest

from section11.challenge.vocabulary import GoodPracticeState
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from tests.factories.browsers import signed_in
from tests.factories.judging import make_practice
from tests.factories.returns import partnership_viewer, submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_cycle, read

pytestmark = pytest.mark.django_db


def test_everybody_in_the_partnership_reads_it_and_it_narrows_to_a_state() -> None:
    opened, reference = submitted_return()
    for state in GoodPracticeState:
        make_practice(opened, reference, state, text=f"This is {state.value}.")
    for role in PARTNERSHIP_ROLES:
        page = read(signed_in(partnership_viewer(opened, role)), at_cycle("good_practice", opened))
        assert all(f"This is {state.value}." in page for state in GoodPracticeState)
        assert ("Ask whether it may be shared" in page) is (role in (Role.OFFICER, Role.REVIEWER))
    page = read(signed_in(opened.officer), f"{at_cycle('good_practice', opened)}?state=agreed")
    assert "This is agreed." in page
    assert "This is declined." not in page


def test_nothing_marked_yet_says_how_it_comes_about() -> None:
    opened, _ = submitted_return()
    assert "Nothing is marked yet" in read(signed_in(opened.officer), at_cycle("good_practice", opened))


@pytest.mark.parametrize("pieces", [1, 60])
def test_it_takes_ten_statements_at_most_and_fifty_rows(assert_queries: AssertQueries, pieces: int) -> None:
    opened, reference = submitted_return()
    for number in range(pieces):
        make_practice(opened, reference, text=f"Piece {number}.")
    client = signed_in(opened.officer)
    with assert_queries(10):
        page = read(client, at_cycle("good_practice", opened))
    assert page.count("Oak Surgery") == min(pieces, 50)
