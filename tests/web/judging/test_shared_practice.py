import pytest

from section11.challenge.vocabulary import GoodPracticeState
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership
from tests.factories.judging import make_practice
from tests.factories.returns import open_return, submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_organisation, read

pytestmark = pytest.mark.django_db


def test_others_of_the_partnership_read_what_was_agreed_with_the_name_and_nothing_else() -> None:
    opened, reference = submitted_return()
    for state in GoodPracticeState:
        make_practice(opened, reference, state, text=f"This is {state.value}.")
    other = open_return(cycle=opened.cycle)
    page = read(signed_in(other.contributor), at_organisation("shared_practice", other))
    assert "This is agreed." in page
    assert opened.participation.name in page
    for state in (GoodPracticeState.MARKED, GoodPracticeState.ASKED, GoodPracticeState.DECLINED):
        assert f"This is {state.value}." not in page
    elsewhere = open_return()
    assert "Nothing yet" in read(signed_in(elsewhere.lead), at_organisation("shared_practice", elsewhere))


def test_ones_own_units_see_what_they_were_asked_and_only_leads_are_led_to_decide() -> None:
    opened, reference = submitted_return()
    for state in GoodPracticeState:
        make_practice(opened, reference, state, text=f"This is {state.value}.")
    page = read(signed_in(opened.lead), at_organisation("shared_practice", opened))
    assert "This is marked." not in page
    for text in ("You are asked to share it", "You share it", "You do not share it"):
        assert text in page
    assert page.count("Decide whether it may be shared") == 1
    assert page.count("Change your mind") == 2
    assert "Decide whether" not in read(signed_in(opened.contributor), at_organisation("shared_practice", opened))


@pytest.mark.parametrize("pieces", [1, 60])
def test_it_takes_ten_statements_at_most_and_fifty_rows(assert_queries: AssertQueries, pieces: int) -> None:
    opened, reference = submitted_return()
    for number in range(pieces):
        make_practice(opened, reference, GoodPracticeState.AGREED, text=f"Piece {number}.")
    other = open_return(cycle=opened.cycle)
    reader = make_membership(role=Role.SIGNATORY, of=other.unit).person
    client = signed_in(reader)
    with assert_queries(10):
        page = read(client, at_organisation("shared_practice", other))
    assert page.count("Piece ") == min(pieces, 50)
