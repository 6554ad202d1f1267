import pytest
from django.test import Client

from section11.directory.vocabulary import Role
from tests.factories.activity import make_event
from tests.factories.browsers import signed_in
from tests.factories.challenge import answer, close, make_challenge
from tests.factories.directory import make_membership
from tests.factories.returns import AT, Opened, open_return, partnership_viewer, rate, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def address(opened: Opened) -> str:
    return f"/p/{opened.cycle.partnership.slug}/activity/"


def officer(opened: Opened) -> Client:
    return signed_in(partnership_viewer(opened, Role.OFFICER))


def test_who_did_what_in_words_the_newest_first() -> None:
    opened, _ = submitted_return()
    make_event(f"partnership:{opened.cycle.partnership_id}", verb="cycle-closed", subject=opened.cycle.ref, at=AT)
    page = officer(opened).get(address(opened)).content.decode()
    assert opened.participation.name in page
    assert opened.lead.name in page
    assert page.index("Closed the cycle") < page.index("Submitted the return")


def test_a_challenge_is_about_its_organisation() -> None:
    opened, reference = submitted_return()
    challenge = make_challenge(opened, reference)
    answer(opened, challenge)
    close(opened, challenge)
    page = officer(opened).get(f"{address(opened)}?about=challenge").content.decode()
    assert page.count(f">{opened.participation.name}</td>") == 3
    own = signed_in(opened.lead).get(f"/o/{opened.unit.organisation.slug}/activity/?about=challenge").content.decode()
    assert own.count(f">{opened.cycle.title}, {opened.cycle.partnership.name}</td>") == 3


def test_what_is_drafted_is_not_there() -> None:
    opened = open_return()
    rate(opened, "1.1", "met", comment="A secret of ours")
    page = officer(opened).get(address(opened)).content.decode()
    assert "Rated" not in page
    assert "secret" not in page


def test_filtered_by_what_who_and_when() -> None:
    opened, _ = submitted_return()
    who = officer(opened)
    assert "Submitted the return" in who.get(f"{address(opened)}?about=sign-off").content.decode()
    assert "Submitted the return" not in who.get(f"{address(opened)}?about=set-up").content.decode()
    assert "Nothing like that happened" in who.get(f"{address(opened)}?since=1+1+2031").content.decode()
    mine = who.get(f"{address(opened)}?by={opened.lead.person_ref}").content.decode()
    assert f"Only what <strong>{opened.lead.name}</strong> did" in mine


@pytest.mark.parametrize("by", ["person:x", "person:", "'", "system:x"])
def test_the_name_of_somebody_who_did_nothing_here_is_not_told(by: str) -> None:
    opened, _ = submitted_return()
    assert "Nothing like that happened" in officer(opened).get(address(opened), {"by": by}).content.decode()
    stranger = make_membership(role=Role.OFFICER).person
    page = officer(opened).get(address(opened), {"by": stranger.ref}).content.decode()
    assert "Nothing like that happened" in page
    assert stranger.name not in page


def test_a_day_that_cannot_be_read_is_said_and_filters_nothing() -> None:
    opened, _ = submitted_return()
    page = officer(opened).get(f"{address(opened)}?since=31+2+2027&about=nonsense").content.decode()
    assert "govuk-error-message" in page
    assert "31 2 2027" in page
    assert "Submitted the return" in page


def test_ten_statements_at_most_whatever_the_number_of_events(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    who = officer(opened)
    with assert_queries(10) as few:
        who.get(address(opened))
    for number in range(120):
        make_event(f"partnership:{opened.cycle.partnership_id}", subject=f"return:{opened.return_id}", actor=f"system:{number}", at=AT)
    with assert_queries(10) as many:
        page = who.get(address(opened)).content.decode()
    assert many.count <= few.count
    assert "Showing 1 to 50 of" in page


@pytest.mark.parametrize(("role", "status"), [(Role.SCRUTINEER, 200), (Role.REVIEWER, 404), (Role.EXECUTIVE_VIEWER, 404)])
def test_for_officers_and_the_scrutineer(role: Role, status: int) -> None:
    opened = open_return()
    member = make_membership(role=role, of=opened.cycle.partnership)
    assert signed_in(member.person).get(address(opened)).status_code == status
