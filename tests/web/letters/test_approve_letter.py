"""The page on which a letter is approved."""

import pytest

from section11.challenge.models import Letter
from section11.challenge.operations.edit_letter import edit_letter
from section11.directory.models import Person
from tests.factories.browsers import signed_in
from tests.factories.judging import make_recommendation
from tests.factories.panels import make_letter
from tests.factories.returns import AT, submitted_return
from tests.queries import AssertQueries
from tests.web.letters.pages import of_letter

pytestmark = pytest.mark.django_db


def test_it_shows_the_letter_and_exactly_who_gets_its_link() -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference, text="Ask every child")
    letter = make_letter(opened)
    make_recommendation(opened, reference, text="Written later")
    client, address = signed_in(opened.officer), of_letter(opened, "approve_letter", letter, "draft")
    page = client.get(address).content.decode()
    for viewer in (opened.lead, opened.signatory):
        assert Person.objects.get(pk=viewer.person_id).email in page
    assert "2 recommendations are given" in page
    warning = page[page.index("in their own words") : page.index("The letter</h2>")]
    assert "Written later" in warning
    assert "Ask every child" not in warning
    edit_letter(opened.officer, letter.pk, "Dear all", version=1, at=AT)
    late = client.post(address, {"version": 1})
    assert late.status_code == 409
    assert "A colleague changed this letter" in late.content.decode()
    assert client.post(address, {"version": 2})["Location"] == of_letter(opened, "letter", letter)
    assert Letter.objects.get().state == "approved"
    assert client.get(address)["Location"] == of_letter(opened, "letter", letter)
    assert client.post(address, {"version": 2}).status_code == 422


def test_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    client = signed_in(opened.officer)
    with assert_queries(10):
        assert client.get(of_letter(opened, "approve_letter", letter, "draft")).status_code == 200
