import pytest

from section11.challenge.models import ReviewerPart
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_part, make_reviewer
from tests.factories.returns import open_return, partnership_viewer
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import of_cycle, read, send

pytestmark = pytest.mark.django_db


def test_a_part_is_given_and_taken_back() -> None:
    opened = open_return(local=["We know our neighbours"])
    member = Membership.objects.get(person_id=make_reviewer(opened.cycle).person_id)
    client, address = signed_in(opened.officer), of_cycle("reviewer_parts", opened)
    assert f"{member.person.name} Every standard and sector" in read(client, address)
    send(client, address, member=member.pk, part="standard:L")
    send(client, address, member=member.pk, part="sector:school")
    page = read(client, address)
    assert f"Take back Standard L. Local statements from {member.person.name}" in page or "Standard L." in page
    assert "Sector: School" in page
    for part in ReviewerPart.objects.all():
        send(client, address, take=part.pk)
    assert not ReviewerPart.objects.exists()


def test_what_is_wrong_is_told() -> None:
    opened = open_return()
    make_reviewer(opened.cycle)
    client, address = signed_in(opened.officer), of_cycle("reviewer_parts", opened)
    page = send(client, address, 422)
    assert "Choose a reviewer" in page
    assert "Choose a standard or a sector" in page
    assert client.post(address, {"take": "4711"}).status_code == 404


def test_without_reviewers_it_says_how_to_get_one() -> None:
    opened = open_return()
    assert "There is no reviewer yet." in read(signed_in(opened.officer), of_cycle("reviewer_parts", opened))
    read(signed_in(partnership_viewer(opened, Role.REVIEWER)), of_cycle("reviewer_parts", opened), 404)


@pytest.mark.parametrize("many", [1, 12])
def test_it_takes_ten_statements_at_most(many: int, assert_queries: AssertQueries) -> None:
    opened = open_return()
    for _ in range(many):
        make_part(make_reviewer(opened.cycle, "1", "2"), opened.cycle, sector=opened.invitation.sector)
    client = signed_in(opened.officer)
    with assert_queries(10):
        read(client, of_cycle("reviewer_parts", opened))
