"""The button that starts a return from last time's answers."""

import pytest

from section11.returns.models import Answer
from tests.factories.browsers import signed_in
from tests.factories.returns import answer_everything, next_return, open_return, reviewed, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_it_says_what_will_happen_and_does_it() -> None:
    before, _ = submitted_return()
    now = next_return(before)
    client = signed_in(now.lead)
    assert at_page("carry_answers", now) in client.get(at_page("return_tasks", now)).content.decode()
    assert before.cycle.title in client.get(at_page("carry_answers", now)).content.decode()
    answer = client.post(at_page("carry_answers", now), follow=True)
    assert "4 answers and 0 texts carried" in answer.content.decode()
    assert Answer.objects.filter(unit_return_id=now.return_id, carried=True).count() == 4
    assert answer.content.decode().count("2 to confirm") == 2
    assert at_page("carry_answers", now) not in client.get(at_page("return_tasks", now)).content.decode()
    assert "Nothing more to carry" in client.post(at_page("carry_answers", now), follow=True).content.decode()


def test_where_there_is_nothing_to_start_from_there_is_no_button() -> None:
    first = open_return()
    client = signed_in(first.lead)
    assert at_page("carry_answers", first) not in client.get(at_page("return_tasks", first)).content.decode()
    assert "There is nothing to start from" in client.get(at_page("carry_answers", first)).content.decode()
    assert client.post(at_page("carry_answers", first)).status_code == 422


def test_where_all_is_answered_there_is_no_button() -> None:
    now = next_return(submitted_return()[0])
    answer_everything(now)
    assert at_page("carry_answers", now) not in signed_in(now.lead).get(at_page("return_tasks", now)).content.decode()


def test_a_review_has_begun_with_them() -> None:
    _, now = reviewed()
    client = signed_in(now.lead)
    assert at_page("carry_answers", now) not in client.get(at_page("return_tasks", now)).content.decode()
    assert "began with" in client.get(at_page("carry_answers", now)).content.decode()


def test_a_contributor_sees_no_button() -> None:
    now = next_return(submitted_return()[0])
    assert at_page("carry_answers", now) not in signed_in(now.contributor).get(at_page("return_tasks", now)).content.decode()
    assert signed_in(now.contributor).get(at_page("carry_answers", now)).status_code == 404


def test_it_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    now = next_return(submitted_return()[0])
    client = signed_in(now.lead)
    client.get(at_page("return_tasks", now))
    for name in ("carry_answers", "return_tasks"):
        with assert_queries(10):
            client.get(at_page(name, now))
    answer_everything(now)
    sign_and_submit(now)
    with assert_queries(10):
        client.get(at_page("return_tasks", now))
