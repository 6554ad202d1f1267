"""The pages that lead to challenges and agreed levels: nobody has to know an address."""

import pytest
from django.urls import reverse

from section11.challenge.operations.agree_level import agree_level
from section11.challenge.vocabulary import ChallengeState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.challenge import challenge_in, make_challenge, make_reviewer
from tests.factories.directory import make_participation
from tests.factories.returns import AT, open_return, partnership_viewer, submitted_return
from tests.people import person_of
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import of_cycle, of_partnership, of_return, page_of, read

pytestmark = pytest.mark.django_db


def test_today_counts_what_is_answered_and_how_much_of_it_is_yours(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    reviewer = make_reviewer(opened.cycle)
    for number in range(3):
        challenge_in(ChallengeState.ANSWERED, opened, reference, text=f"Question {number}", by=reviewer if number else None)
    make_challenge(opened, reference)
    foreign, foreign_reference = submitted_return()
    challenge_in(ChallengeState.ANSWERED, foreign, foreign_reference)
    client = signed_in(reviewer)
    with assert_queries(10):
        response = client.get(of_partnership("today", opened)).content.decode()
    assert f"{of_cycle('challenges', opened)}?state=answered" in response
    assert "are answered and wait for a decision, 2 of yours, for" in response
    assert "3 challenges" in response
    assert "challenge" not in read(signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)), of_partnership("today", opened))


def test_the_task_list_says_how_many_wait(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    client, address = signed_in(opened.lead), of_return("return_tasks", opened)
    assert "Nothing is asked so far" in read(client, address)
    made = make_challenge(opened, reference)
    with assert_queries(10):
        page = read(client, address)
    assert "1 challenge waits for your answer" in page
    assert of_return("own_challenges", opened) in client.get(address).content.decode()
    challenge_in(ChallengeState.ANSWERED, opened, reference, text="Another")
    assert "1 challenge waits for your answer" in read(client, address)
    assert "Nothing is asked" not in read(client, address)
    assert "Challenges" not in read(signed_in((beside := open_return()).lead), of_return("return_tasks", beside))
    assert made.number == 1


def test_your_returns_shows_each_with_its_own_count(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    participation = make_participation(organisation=opened.unit.organisation)
    beside, _ = submitted_return(participation=participation, unit=opened.unit)
    Membership.objects.filter(person_id=beside.lead.person_id).update(person_id=opened.lead.person_id, role=Role.CONTRIBUTOR)
    make_challenge(opened, reference)
    client = signed_in(person_of(opened.lead))
    for address in (reverse("your_returns"), reverse("organisation_returns", kwargs={"organisation": opened.lead.slug})):
        with assert_queries(10):
            page = client.get(address).content.decode()
        assert page.count("1 challenge waits for an answer") == 1
        assert of_return("own_challenges", opened) in page


def test_the_organisation_sees_what_was_agreed_about_it() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "partial", "Half", version=0, at=AT)
    beside, beside_reference = submitted_return(participation=make_participation(organisation=opened.unit.organisation), unit=opened.unit)
    client = signed_in(opened.lead)
    assert "Met Agreed: Partially met" in read(client, of_return("own_submission", opened, reference=reference))
    assert "Agreed:" not in read(client, of_return("own_submission", beside, reference=beside_reference))
    assert client.get(of_return("submission_pdf", opened, reference=reference)).status_code == 200
    assert client.get(of_return("submission_xlsx", opened, reference=reference)).status_code == 200


def test_an_amendment_begins_with_the_challenge_that_it_answers() -> None:
    opened, _ = submitted_return()
    client = signed_in(opened.lead)
    assert "Because of challenge 3." in read(client, of_return("start_amendment", opened) + "?challenge=3")
    assert "Because" not in read(client, of_return("start_amendment", opened) + "?challenge=%3Cb%3E")


def test_the_reading_view_shows_challenges_in_place_and_hides_controls_from_who_belongs_there() -> None:
    opened, reference = submitted_return()
    statement, standard = make_challenge(opened, reference), make_challenge(opened, reference, "standard:2")
    address = of_partnership("submission", opened, reference=reference)
    client = signed_in(opened.officer)
    client.get(address)
    page = client.get(address).content.decode()
    for one in (statement, standard):
        assert f'href="{page_of(opened, one)}"' in page
    raising = of_partnership("raise_challenge", opened, reference=reference)
    assert f"{raising}?about=statement:1.1" in page
    assert f"{raising}?about=standard:1" in page
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    page = client.get(address).content.decode()
    assert f"You belong to {opened.participation.name}" in page
    assert raising not in page
    limited = signed_in(make_reviewer(opened.cycle, "1"))
    limited.get(address)
    page = limited.get(address).content.decode()
    assert f"{raising}?about=statement:1.1" in page
    assert f"{raising}?about=statement:2.1" not in page


def test_the_rows_behind_a_number_show_both_ratings_of_a_statement(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return(local=["We know our neighbours"])
    agree_level(opened.officer, reference, "1.1", "partial", "Half", version=0, at=AT)
    client, address = signed_in(opened.officer), of_cycle("figure_rows", opened)
    for query in ("statement=1.1&level=met", "statement=1.1&level=partial&basis=agreed", "statement=1.1"):
        with assert_queries(10):
            page = client.get(f"{address}?{query}").content.decode()
        assert of_partnership("read_statement", opened, reference=reference, statement_ref="1.1") in page
        assert '<td class="govuk-table__cell">Met</td><td class="govuk-table__cell">Partially met</td>' in page
    for query in ("level=partial&basis=agreed", "standard=1&level=partial&basis=agreed"):
        with assert_queries(10):
            assert opened.participation.name in client.get(f"{address}?{query}").content.decode()
    for query in (
        "statement=1.1&level=partial",
        "statement=1.1&level=met&basis=agreed",
        "standard=2&level=partial&basis=agreed",
        "standard=9",
    ):
        assert opened.participation.name not in client.get(f"{address}?{query}").content.decode()


def test_both_sides_read_in_words_who_did_what_and_the_invitation_tells_of_it() -> None:
    opened, reference = submitted_return()
    challenge_in(ChallengeState.ANSWERED, opened, reference)
    agree_level(opened.officer, reference, "1.1", "partial", "Half", version=0, at=AT)
    ours = read(signed_in(opened.officer), of_partnership("partnership_activity", opened))
    theirs = read(signed_in(opened.lead), reverse("organisation_activity", kwargs={"organisation": opened.lead.slug}))
    for page in (ours, theirs):
        for words in ("Raised a challenge: number 1", "Answered a challenge: number 1", "Agreed a level: statement 1.1"):
            assert words in page
    assert "Agreed level" in read(signed_in(opened.officer), of_cycle("invitation", opened, invitation=opened.invitation.pk))
