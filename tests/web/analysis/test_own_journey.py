"""What an organisation sees of its own journey, and of its sector only if it asks."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from section11.directory.vocabulary import Role
from section11.returns.models import ReturnInvitation
from tests.factories.browsers import signed_in
from tests.factories.cycle_files import invitation, submission
from tests.factories.directory import make_viewer
from tests.factories.journeys import own_return, sent, two_cycles
from tests.factories.returns import open_return, submitted_return
from tests.queries import AssertQueries
from tests.web.analysis.journeys import NOW, THEN, small
from tests.web.analysis.test_journeys import text_of

pytestmark = pytest.mark.django_db


def neighbours(number: int, *, sector: str = "school", organisation: str = "") -> list[dict[str, object]]:
    """That many others of a sector, each rated lower than the one before."""
    levels = [{"1.1": "met", "1.2": "met"}, {"1.1": "met", "1.2": "partial"}, {"1.1": "unmet", "1.2": "unmet"}]
    return [
        invitation(
            organisation or f"{sector}-{n}",
            sent(levels[n % 3]),
            sector=sector,
            **({"unit": {"slug": f"unit-{n}", "name": f"Unit {n}"}} if organisation else {}),
        )
        for n in range(number)
    ]


def with_others(*others: dict[str, object]) -> tuple[Client, str]:
    """A lead of Oak, which answered twice, and the address of its journey; the others answered in the later audit."""
    two_cycles([invitation("oak", sent(THEN))], [invitation("oak", sent(NOW)), *others])
    viewer, return_id = own_return()
    return signed_in(viewer), reverse("own_journey", kwargs={"organisation": viewer.slug, "return_id": return_id})


def read(client: Client, address: str, **query: str) -> str:
    response = client.get(f"{address}?{urlencode(query)}" if query else address)
    assert response.status_code == 200
    return text_of(response.content)


def test_it_says_what_improved_stayed_and_declined_since_last_time() -> None:
    page = read(*with_others())
    assert "Since Audit 2024, 1 of 3 ratings that can be compared improved, 1 stayed the same and 1 declined." in page
    assert "Not met Met Improved" in page
    assert "No action from Audit 2024 is followed here." in page


def test_the_sector_stands_beside_it_only_if_it_asks() -> None:
    client, address = with_others(*neighbours(6))
    alone = read(client, address)
    assert "Show my sector beside it" in alone
    assert "middle half" not in alone
    beside = read(client, address, beside="sector")
    # the six others' shares of standard 1: 100%, 50%, 0%, 100%, 50%, 0% (1.1 and 1.2)
    assert "Your met share: 50% (1 of 2 statements) . The middle half of your sector: 13% to 88%, from 6 other organisations." in beside
    assert "Hide my sector" in beside


def test_it_never_names_them() -> None:
    client, address = with_others(*neighbours(6))
    page = read(client, address, beside="sector")
    assert [n for n in range(6) if f"School {n}" in page] == []


@pytest.mark.parametrize(
    "others",
    [
        neighbours(4),
        [*neighbours(4), *neighbours(3, sector="police")],
        [*neighbours(4), *neighbours(4, organisation="oak")],  # its own other units are no others
        [*neighbours(3), *neighbours(4, organisation="large-trust")],  # one organisation is one, however many units answered
        [*neighbours(4), invitation("silent")],
        [*neighbours(4), invitation("left", submission(), state="withdrawn")],
    ],
    ids=["four", "another sector", "own units", "units of one", "not answered", "withdrawn"],
)
def test_with_fewer_than_five_others_nothing_is_shown(others: list[dict[str, object]]) -> None:
    client, address = with_others(*others)
    page = read(client, address, beside="sector")
    assert "Fewer than 5 other organisations in your sector have answered" in page
    assert "The middle half of your sector" not in page


def test_a_standard_that_too_few_others_rated_is_left_out_by_itself() -> None:
    client, address = with_others(*neighbours(5))
    page = read(client, address, beside="sector")
    assert "The middle half of your sector:" in page
    assert "Too few others in your sector rated this standard" in page  # standard 2, which they left alone


def test_the_agreed_levels_of_its_own_can_be_looked_at() -> None:
    two_cycles([invitation("oak", sent(THEN))], [invitation("oak", sent(NOW, s1_1="unmet"))])
    viewer, return_id = own_return()
    address = reverse("own_journey", kwargs={"organisation": viewer.slug, "return_id": return_id})
    assert "Not met Not met Same" in read(signed_in(viewer), address, basis="agreed")


def test_before_it_is_submitted_and_in_the_first_audit_it_says_what_will_come() -> None:
    opened = open_return()
    page = read(signed_in(opened.lead), reverse("own_journey", kwargs={"organisation": opened.lead.slug, "return_id": opened.return_id}))
    assert "You have not submitted this return yet" in page
    first, _ = submitted_return()
    where = {"organisation": first.lead.slug, "return_id": first.return_id}
    assert "This is the first audit of" in read(signed_in(first.lead), reverse("own_journey", kwargs=where))
    assert reverse("own_journey", kwargs=where) in signed_in(first.lead).get(reverse("return_tasks", kwargs=where)).content.decode()


def test_everybody_of_the_unit_reads_it_and_nobody_else() -> None:
    client, address = with_others(invitation("elm", submission()))
    assert client.get(address).status_code == 200
    signatory, _ = own_return(role=Role.SIGNATORY)
    assert signed_in(signatory).get(address).status_code == 200
    other, other_return = own_return("elm")
    assert signed_in(other).get(address).status_code == 404
    mixed = reverse("own_journey", kwargs={"organisation": signatory.slug, "return_id": other_return})
    assert signed_in(signatory).get(mixed).status_code == 404


def test_the_partnerships_people_do_not_open_an_organisations_own_page() -> None:
    client = small()
    found = ReturnInvitation.objects.get(invitation__cycle__slug="2026", invitation__participation__slug="oak")
    slug = make_viewer(Role.RETURN_LEAD, of=found.invitation.unit).slug
    assert client.get(reverse("own_journey", kwargs={"organisation": slug, "return_id": found.unit_return_id})).status_code == 404


@pytest.mark.parametrize("others", [5, 60])
def test_it_takes_ten_statements_at_most_whatever_the_size_of_the_sector(others: int, assert_queries: AssertQueries) -> None:
    client, address = with_others(*neighbours(others))
    with assert_queries(10):
        read(client, address, beside="sector", basis="agreed")
