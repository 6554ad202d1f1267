"""The page on which a letter is edited."""

import pytest
from django.test import Client

from section11.challenge.models import Letter
from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter, belongs, make_letter
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.letters.pages import of_letter

pytestmark = pytest.mark.django_db


def test_preview_saves_nothing_and_save_saves() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    client, address = signed_in(opened.officer), of_letter(opened, "edit_letter", letter, "draft")
    assert "Dear colleagues at" in client.get(address).content.decode()
    preview = client.post(address, {"body": "## Well done\n\nMore **soon**", "version": 1, "preview": "1"}).content.decode()
    assert "How it will look" in preview
    assert "<strong>soon</strong>" in preview
    assert "## Well done" in preview
    assert Letter.objects.get().version == 1
    assert client.post(address, {"body": "Dear all", "version": 1})["Location"] == of_letter(opened, "letter", letter)
    assert Letter.objects.get().body == "Dear all"


def test_the_second_of_two_sees_both() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    client, address = signed_in(opened.officer), of_letter(opened, "edit_letter", letter, "draft")
    client.post(address, {"body": "Theirs", "version": 1})
    late = client.post(address, {"body": "Mine", "version": 1})
    assert late.status_code == 409
    for words in ("saved this letter while you were writing", ">Theirs</div>", "Mine</textarea>", 'name="version" value="2"'):
        assert words in late.content.decode()
    assert client.post(address, {"body": "Both", "version": 2}).status_code == 302
    assert client.post(address, {"body": " ", "version": 3}).status_code == 422


def test_what_is_sent_after_the_session_ended_is_kept_and_shown_again() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    client, address = signed_in(opened.officer), of_letter(opened, "edit_letter", letter, "draft")
    page = client.get(address).content.decode()
    token = page.split('name="hold" value="')[1].split('"')[0]
    Client().post(address, {"body": "Typed in vain?", "version": 1, "hold": token, "page": address})
    page = client.get(address).content.decode()
    assert "Typed in vain?</textarea>" in page
    held = page.split('name="held" value="')[1].split('"')[0]
    client.post(address, {"body": "Typed in vain?", "version": 1, "held": held})
    assert "not saved yet" not in client.get(address).content.decode()


def test_neither_an_approved_one_nor_ones_own_organisations() -> None:
    opened, _ = submitted_return()
    approved = approved_letter(opened)
    client = signed_in(opened.officer)
    answer = client.get(of_letter(opened, "edit_letter", approved, "draft"))
    assert answer["Location"] == of_letter(opened, "letter", approved)
    belongs(opened.officer, opened)
    assert client.get(of_letter(opened, "edit_letter", approved, "draft")).status_code == 404


def test_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    client = signed_in(opened.officer)
    with assert_queries(10):
        assert client.get(of_letter(opened, "edit_letter", letter, "draft")).status_code == 200
