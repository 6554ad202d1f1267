import pytest

from section11.challenge.operations.agree_level import agree_level
from section11.directory.vocabulary import Role
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.withdraw_submission import withdraw_submission
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_challenge, make_reviewer
from tests.factories.directory import make_organisation, make_participation
from tests.factories.returns import AT, Opened, open_return, partnership_viewer, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import of_partnership, read

pytestmark = pytest.mark.django_db


def here(opened: Opened, reference: str, ref: str = "1.1") -> str:
    return of_partnership("read_statement", opened, reference=reference, statement_ref=ref)


def test_everything_about_one_answer_stands_together() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "partial", "Half of the staff", version=0, at=AT)
    make_challenge(opened, reference)
    page = read(signed_in(opened.officer), here(opened, reference))
    assert "Met Agreed: Partially met" in page
    assert f"Agreed by {opened.officer.name}, 5 October 2026 at 10:00: Half of the staff" in page
    assert "Challenge 1 : question. With the organisation" in page
    assert "Raise this challenge" in page


def test_the_next_organisation_and_the_next_statement_are_a_link_away(assert_queries: AssertQueries) -> None:
    places = [make_participation(organisation=make_organisation("Ash School"))]
    opened, first = submitted_return(participation=places[0])
    others = [make_participation(opened.cycle.partnership, make_organisation(name)) for name in ("Birch School", "Cedar School")]
    second = submitted_return(cycle=opened.cycle, participation=others[0])[1]
    third = submitted_return(cycle=opened.cycle, participation=others[1])[1]
    client = signed_in(opened.officer)
    with assert_queries(10):
        html = client.get(here(opened, second, "1.2")).content.decode()
    for reference, ref in ((first, "1.2"), (third, "1.2"), (second, "1.1"), (second, "2.1")):
        assert f'href="{here(opened, reference, ref)}"' in html
    assert "Next organisation" not in read(client, here(opened, third))
    assert "Previous statement" not in read(client, here(opened, third))


def test_who_was_not_asked_it_is_passed_over() -> None:
    opened, first = submitted_return(participation=make_participation(organisation=make_organisation("Ash School")))
    light = make_participation(opened.cycle.partnership, make_organisation("Birch School"))
    submitted_return(cycle=opened.cycle, participation=light, form="light")
    last = make_participation(opened.cycle.partnership, make_organisation("Cedar School"))
    submitted_return(cycle=opened.cycle, participation=last)
    client = signed_in(opened.officer)
    assert "Next organisation: Birch School" in read(client, here(opened, first, "1.1"))
    assert "Next organisation: Cedar School" in read(client, here(opened, first, "2.2"))


def test_an_earlier_submission_leads_to_the_latest_and_is_not_acted_on() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    second = sign_and_submit(opened)
    client = signed_in(opened.officer)
    page = client.get(here(opened, first)).content.decode()
    assert f'href="{here(opened, second)}"' in page
    assert "Raise this challenge" not in page


def test_a_withdrawn_one_says_so_or_leads_to_the_one_that_counts() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    second = sign_and_submit(opened)
    withdraw_submission(opened.lead, opened.return_id, "Sent by mistake", at=AT)
    client = signed_in(opened.officer)
    assert f'href="{here(opened, first)}"' in client.get(here(opened, second)).content.decode()
    assert "Raise this challenge" in read(client, here(opened, first))
    alone, only = submitted_return()
    withdraw_submission(alone.lead, alone.return_id, "Sent by mistake", at=AT)
    page = read(signed_in(alone.officer), here(alone, only))
    assert "This submission was withdrawn, so it can no longer be challenged." in page


def test_a_reviewer_acts_in_what_was_given_and_reads_the_rest() -> None:
    opened, reference = submitted_return()
    client = signed_in(make_reviewer(opened.cycle, "1"))
    assert "Raise this challenge" in read(client, here(opened, reference, "1.1"))
    assert "This standard was given to other reviewers." in read(client, here(opened, reference, "2.1"))
    assert "Raise this challenge" not in read(signed_in(partnership_viewer(opened, Role.SCRUTINEER)), here(opened, reference))


def test_a_statement_that_was_not_asked_is_absent() -> None:
    opened, reference = submitted_return()
    read(signed_in(opened.officer), here(opened, reference, "9.9"), 404)
    other, foreign = submitted_return()
    read(signed_in(opened.officer), here(opened, foreign), 404)
    assert open_return(cycle=other.cycle)
