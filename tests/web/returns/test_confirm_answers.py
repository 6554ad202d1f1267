"""Confirming several of last time's answers, each by its own tick."""

import pytest

from section11.returns.models import Answer
from section11.returns.operations.save_answer import AnswerText, save_answer
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, Opened, confirm, more_leads, reviewed
from tests.queries import AssertQueries
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def page(opened: Opened) -> str:
    return at_page("confirm_answers", opened, standard_ref="1")


def waiting(opened: Opened) -> set[str]:
    return set(Answer.objects.filter(unit_return_id=opened.return_id, carried=True).values_list("statement__ref", flat=True))


def test_each_is_listed_and_none_is_ticked() -> None:
    _, now = reviewed({"1.2": "partial"})
    text = signed_in(now.lead).get(page(now)).content.decode()
    assert text.count('name="confirm"') == 2
    assert "Last time of 1.2" in text
    assert "checked" not in text


def test_only_what_is_ticked_is_confirmed() -> None:
    _, now = reviewed()
    answer = signed_in(now.lead).post(page(now), {"confirm": ["1.2"], "s-1_1-version": 0, "s-1_2-version": 0})
    assert (answer.status_code, answer["Location"]) == (302, at_page("standard", now, standard_ref="1"))
    assert waiting(now) == {"1.1", "2.1", "2.2"}


def test_nothing_ticked_says_what_to_do() -> None:
    _, now = reviewed()
    answer = signed_in(now.lead).post(page(now), {"s-1_1-version": 0})
    assert answer.status_code == 422
    assert "Tick the answers that still hold" in answer.content.decode()
    assert len(waiting(now)) == 4


def test_what_a_colleague_changed_meanwhile_stays_and_the_rest_is_confirmed() -> None:
    _, now = reviewed()
    (other,) = more_leads(now, 1)
    save_answer(other, now.return_id, "1.1", AnswerText(level="partial"), version=0, at=AT)
    answer = signed_in(now.lead).post(page(now), {"confirm": ["1.1", "1.2"], "s-1_1-version": 0, "s-1_2-version": 0})
    assert answer.status_code == 422
    assert f"1.1: {other.name} changed this in the meantime" in answer.content.decode()
    assert waiting(now) == {"2.1", "2.2"}


def test_when_all_is_confirmed_it_says_so() -> None:
    _, now = reviewed()
    confirm(now)
    assert "Nothing waits to be confirmed" in signed_in(now.lead).get(page(now)).content.decode()


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    _, now = reviewed()
    client = signed_in(now.lead)
    with assert_queries(10):
        client.get(page(now))
