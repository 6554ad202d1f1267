import pytest

from section11.challenge.operations.change_recommendation import change_recommendation
from section11.challenge.vocabulary import RecommendationState
from tests.factories.browsers import signed_in
from tests.factories.judging import colleague_of, make_recommendation
from tests.factories.returns import AT, submitted_return
from tests.web.judging.pages import at_partnership, post, read

pytestmark = pytest.mark.django_db


def test_one_sees_exactly_what_the_organisation_will_and_gives_it() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    client, address = signed_in(opened.officer), at_partnership("give_recommendation", opened, recommendation=row.pk)
    assert row.text in read(client, address)
    assert "The recommendation is given" in post(client, address, version=1, do="give")
    row.refresh_from_db()
    assert row.state == RecommendationState.GIVEN
    assert "given to the organisation now" in read(client, address)


def test_words_that_changed_since_are_read_again_first() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    change_recommendation(opened.officer, row.pk, "Ask every child.", version=1, at=AT)
    client, address = signed_in(opened.officer), at_partnership("give_recommendation", opened, recommendation=row.pk)
    page = post(client, address, 409, version=1, do="give")
    assert "changed it since you read it" in page
    assert "Ask every child." in page
    assert "given" in post(client, address, version=2, do="give")


def test_a_colleague_of_the_organisation_only_reads() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    page = read(signed_in(colleague_of(opened)), at_partnership("give_recommendation", opened, recommendation=row.pk))
    assert "so a colleague must do this" in page
    assert "Give it now" not in page
