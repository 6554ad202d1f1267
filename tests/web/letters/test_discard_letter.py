"""The page on which a draft is discarded."""

import pytest

from section11.challenge.models import Letter
from section11.challenge.operations.edit_letter import edit_letter
from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter, make_letter
from tests.factories.returns import AT, submitted_return
from tests.web.letters.pages import in_cycle, of_letter

pytestmark = pytest.mark.django_db


def test_it_asks_first_and_sees_a_colleagues_change() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    client, address = signed_in(opened.officer), of_letter(opened, "discard_letter", letter, "draft")
    assert "gone for good" in client.get(address).content.decode()
    edit_letter(opened.officer, letter.pk, "Better", version=1, at=AT)
    assert client.post(address, {"version": 1}).status_code == 409
    assert client.post(address, {"version": 2})["Location"] == in_cycle(opened, "letters")
    assert not Letter.objects.exists()


def test_an_approved_one_stays() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    answer = signed_in(opened.officer).post(of_letter(opened, "discard_letter", letter, "draft"), {"version": letter.version})
    assert answer.status_code == 422
    assert Letter.objects.exists()
