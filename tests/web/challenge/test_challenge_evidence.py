import pytest

from section11.challenge.models import Challenge
from section11.directory.vocabulary import Role
from section11.evidence.operations.add_evidence import add_evidence
from tests.factories.browsers import signed_in
from tests.factories.challenge import answer, make_challenge
from tests.factories.directory import make_participation
from tests.factories.returns import AT, Opened, make_reference, partnership_viewer, submitted_return
from tests.web.challenge.pages_of_challenges import of_cycle

pytestmark = pytest.mark.django_db


def given(opened: Opened, reference: str) -> tuple[Challenge, int]:
    """A challenge that was answered with a file."""
    made = make_challenge(opened, reference)
    item = add_evidence(opened.lead, opened.unit.pk, kind="file", title="Policy", file_name="policy.txt", data=b"Our policy", at=AT)
    answer(opened, made, items=[item, make_reference(opened)])
    return made, item


def file_of(opened: Opened, made: Challenge, item: int) -> str:
    return of_cycle("challenge_evidence", opened, challenge=made.pk, item_id=item)


def test_readers_of_the_partnership_open_what_was_given_to_it() -> None:
    opened, reference = submitted_return()
    made, item = given(opened, reference)
    for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER):
        response = signed_in(partnership_viewer(opened, role)).get(file_of(opened, made, item))
        assert response.getvalue() == b"Our policy"
        assert response["Content-Disposition"] == 'attachment; filename="policy.txt"'
    assert signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)).get(file_of(opened, made, item)).status_code == 404


def test_another_partnership_of_the_same_unit_does_not() -> None:
    opened, reference = submitted_return()
    made, item = given(opened, reference)
    beside, beside_reference = submitted_return(participation=make_participation(organisation=opened.unit.organisation), unit=opened.unit)
    other = make_challenge(beside, beside_reference)
    client = signed_in(beside.officer)
    for address in (file_of(opened, made, item), file_of(beside, made, item), file_of(beside, other, item)):
        assert client.get(address).status_code == 404


def test_what_was_not_given_is_absent() -> None:
    opened, reference = submitted_return()
    made, _ = given(opened, reference)
    kept = add_evidence(opened.lead, opened.unit.pk, kind="file", title="Ours", file_name="ours.txt", data=b"Ours", at=AT)
    assert signed_in(opened.officer).get(file_of(opened, made, kept)).status_code == 404
