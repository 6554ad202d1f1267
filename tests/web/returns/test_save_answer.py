"""Where one answer is saved as it is typed."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import answer_of, open_return, rate
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_a_save_gives_the_new_version_and_the_time() -> None:
    opened = open_return()
    path = at_page("save_answer", opened, statement_ref="1.1")
    response = signed_in(opened.lead).post(path, {"level": "met", "comment": "Typed", "version": "0"})
    assert response.status_code == 200
    assert response.json()["version"] == 1
    assert set(response.json()) >= {"version", "saved_at", "was"}
    assert answer_of(opened, "1.1").comment == "Typed"


def test_a_stale_save_gets_both_texts_and_changes_nothing() -> None:
    opened = open_return()
    rate(opened, "1.1", "met", comment="Theirs", by=opened.lead)
    response = signed_in(opened.lead).post(at_page("save_answer", opened, statement_ref="1.1"), {"comment": "Mine", "version": "0"})
    assert response.status_code == 409
    assert response.json()["mine"]["comment"] == "Mine"
    assert response.json()["theirs"]["comment"] == "Theirs"
    assert answer_of(opened, "1.1").comment == "Theirs"


@pytest.mark.parametrize("version", ["", "-1", "x", "9" * 40])
def test_a_tampered_version_is_a_conflict_and_no_error(version: str) -> None:
    opened = open_return()
    rate(opened, "1.1", "met")
    response = signed_in(opened.lead).post(at_page("save_answer", opened, statement_ref="1.1"), {"comment": "Mine", "version": version})
    assert response.status_code == 409


def test_a_level_that_is_not_on_the_scale_is_told() -> None:
    opened = open_return()
    response = signed_in(opened.lead).post(at_page("save_answer", opened, statement_ref="1.1"), {"level": "x", "version": "0"})
    assert response.status_code == 422
    assert response.json()["problems"]["level"] == "Choose one of the levels shown"
