"""Pages for what went wrong: each says what to do next, and gives nothing away."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from section11.web import errors
from section11.web.public import help_index
from tests.factories.browsers import signed_in
from tests.factories.returns import open_return

pytestmark = pytest.mark.django_db


def fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: Any, **__: Any) -> HttpResponse:
        raise error

    monkeypatch.setattr(help_index, "help_groups", fail)


def test_absent(client: Client) -> None:
    response = client.get("/nothing/here")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


def test_what_was_posted_where_nothing_is_any_more_is_given_back(client: Client) -> None:
    page = client.post("/nothing/here", {"contact_email": "a@b.example", "s-1_2-comment": "We <meet>.", "s-1_2-was": "e7"}).content.decode()
    assert "Nothing was saved" in page
    assert "1.2 comment" in page
    assert "We &lt;meet&gt;." in page
    assert "e7" not in page
    assert "Nothing was saved" not in client.get("/nothing/here").content.decode()


def test_an_address_for_buttons_opened_by_itself_says_so_in_our_own_layout() -> None:
    opened = open_return()
    parts = {"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "statement_ref": "1.1"}
    client = signed_in(opened.lead)
    response = client.get(reverse("save_answer", kwargs=parts))
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "There is no page here" in response.content.decode()
    assert opened.lead.name in response.content.decode()
    assert b"<html" not in client.get(reverse("save_answer", kwargs=parts), headers={"accept": "application/json"}).content


def test_forbidden(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, PermissionDenied())
    response = client.get("/help")
    assert response.status_code == 403
    assert "Nothing was changed" in response.content.decode()


def test_too_large(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, RequestDataTooBig())
    response = client.get("/help")
    assert response.status_code == 413
    assert "up to 25 MB" in response.content.decode()


def test_unknown_host_is_told_so_before_anybody_is_looked_up(client: Client) -> None:
    response = client.get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "We could not read that" in response.content.decode()


def test_our_own_fault(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, ZeroDivisionError("secret detail"))
    client.raise_request_exception = False
    response = client.get("/help")
    assert response.status_code == 500
    assert "The fault is ours" in response.content.decode()
    assert "secret detail" not in response.content.decode()


def test_our_own_fault_asks_nothing_of_the_database(django_assert_num_queries: Any) -> None:
    class Untouchable(HttpRequest):
        def __getattr__(self, name: str) -> Any:
            if name in ("user", "session"):
                raise AssertionError(f"{name} was asked for")
            raise AttributeError(name)

    with django_assert_num_queries(0):
        assert errors.server_error(Untouchable()).status_code == 500


def test_a_request_without_a_person_can_be_answered() -> None:
    assert errors.not_found(RequestFactory().get("/x")).status_code == 404
