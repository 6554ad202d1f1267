import pytest

from section11.challenge.operations.change_good_practice import change_good_practice
from section11.challenge.vocabulary import GoodPracticeState
from tests.factories.browsers import signed_in
from tests.factories.judging import colleague_of, make_practice
from tests.factories.returns import AT, submitted_return
from tests.web.judging.pages import at_partnership, post, read

pytestmark = pytest.mark.django_db


def test_one_sees_what_would_be_shared_and_asks() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    client, address = signed_in(opened.officer), at_partnership("ask_consent", opened, practice=row.pk)
    page = read(client, address)
    assert row.text in page
    assert f"with the name {opened.participation.name}" in page
    assert "The organisation is asked" in post(client, address, version=1, do="ask")
    row.refresh_from_db()
    assert row.state == GoodPracticeState.ASKED


def test_words_that_changed_since_are_read_again_first() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    change_good_practice(opened.officer, row.pk, "Children chair.", version=1, at=AT)
    page = post(signed_in(opened.officer), at_partnership("ask_consent", opened, practice=row.pk), 409, version=1, do="ask")
    assert "Children chair." in page


def test_a_colleague_of_the_organisation_only_reads() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    page = read(signed_in(colleague_of(opened)), at_partnership("ask_consent", opened, practice=row.pk))
    assert "so a colleague must do this" in page
    assert "The return leads get an email and decide" not in page
