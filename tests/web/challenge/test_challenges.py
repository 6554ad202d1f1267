import pytest
from django.urls import reverse

from section11.challenge.models import Challenge
from section11.challenge.vocabulary import ChallengeState
from section11.directory.vocabulary import Role, SectorKind
from tests.factories.browsers import signed_in
from tests.factories.challenge import challenge_in, make_challenge, make_reviewer
from tests.factories.directory import make_participation, make_sector
from tests.factories.returns import partnership_viewer, submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import of_cycle, read

pytestmark = pytest.mark.django_db


def test_what_waits_for_the_partnership_comes_first() -> None:
    opened, reference = submitted_return()
    for number, state in enumerate((ChallengeState.CLOSED, ChallengeState.OPEN, ChallengeState.ANSWERED), 1):
        challenge_in(state, opened, reference, text=f"Question {number}")
    page = read(signed_in(opened.officer), of_cycle("challenges", opened))
    assert "1 challenge is answered: close it or reply." in page
    places = [page.index(f"{opened.participation.name}, challenge {number}") for number in (3, 2, 1)]
    assert places == sorted(places)
    assert "Closed The evidence was seen" in page


def test_filters_stay_in_the_address() -> None:
    opened, reference = submitted_return()
    reviewer = make_reviewer(opened.cycle)
    police = make_sector(opened.cycle.partnership, SectorKind.POLICE)
    other, other_reference = submitted_return(cycle=opened.cycle, participation=make_participation(sector=police))
    make_challenge(opened, reference, by=reviewer)
    challenge_in(ChallengeState.ANSWERED, other, other_reference)
    names = {"mine": opened.participation.name, "police": other.participation.name}
    client = signed_in(reviewer)
    for query, shown in (("whose=mine", "mine"), ("sector=police", "police"), ("state=answered", "police"), ("state=open", "mine")):
        page = read(client, f"{of_cycle('challenges', opened)}?{query}")
        found = {name for name, who in names.items() if f"{who}, challenge" in page}
        assert found == {shown}, query
    assert "No challenge is like that" in read(client, f"{of_cycle('challenges', opened)}?whose=mine&state=closed")


def test_answers_that_are_late_are_told_and_can_be_shown_alone() -> None:
    opened, reference = submitted_return()
    for number, day in ((1, "2020-01-01"), (2, "2099-01-01")):
        made = make_challenge(opened, reference, text=f"Question {number}")
        Challenge.objects.filter(pk=made.pk).update(wanted_by=day)
    page = read(signed_in(opened.officer), of_cycle("challenges", opened))
    assert "1 answer is late." in page
    page = read(signed_in(opened.officer), f"{of_cycle('challenges', opened)}?state=late")
    assert f"{opened.participation.name}, challenge 1" in page
    assert f"{opened.participation.name}, challenge 2" not in page


def test_another_partnerships_are_not_here_and_an_empty_list_says_how_to_begin() -> None:
    opened, _ = submitted_return()
    foreign, foreign_reference = submitted_return()
    make_challenge(foreign, foreign_reference)
    page = read(signed_in(opened.officer), of_cycle("challenges", opened))
    assert foreign.participation.name not in page
    assert "Nothing is challenged here." in page
    assert "you can challenge a statement" in page
    read(signed_in(opened.officer), of_cycle("challenges", foreign), 404)
    elsewhere = reverse("challenges", kwargs={"partnership": opened.officer.slug, "cycle": foreign.cycle.slug})
    read(signed_in(opened.officer), elsewhere, 404)


@pytest.mark.parametrize("many", [1, 55])
def test_a_long_list_is_shown_a_page_at_a_time_in_few_statements(many: int, assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    for number in range(many):
        make_challenge(opened, reference, text=f"Question {number}")
    client = signed_in(opened.officer)
    with assert_queries(10):
        page = read(client, of_cycle("challenges", opened))
    assert f"Showing 1 to {min(many, 50)} of {many} challenge" in page


def test_those_who_read_submissions_read_them() -> None:
    opened, _ = submitted_return()
    read(signed_in(partnership_viewer(opened, Role.SCRUTINEER)), of_cycle("challenges", opened))
    read(signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)), of_cycle("challenges", opened), 404)
