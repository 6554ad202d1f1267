"""The page of a standard where answers were carried from last time."""

import pytest

from section11.returns.models import Narrative
from section11.returns.operations.carry_answers import carry_answers
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.save_narrative import save_narrative
from tests.factories.browsers import signed_in
from tests.factories.joined import map_editions
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    answer_of,
    make_answering_edition,
    more_leads,
    narrative_of,
    next_return,
    open_return,
    reviewed,
    sign_and_submit,
)
from tests.queries import AssertQueries
from tests.web.returns.pages import at_page
from tests.web.returns.test_standard import form_of

pytestmark = pytest.mark.django_db
CARRIED = "Carried from last time, not yet confirmed"


def page(opened: Opened, standard_ref: str = "1") -> str:
    return at_page("standard", opened, standard_ref=standard_ref)


def carried() -> Opened:
    before = open_return()
    answer_everything(before, comment="As ever")
    save_narrative(before.lead, before.return_id, "1", "how", "Our board has a lead", version=0, at=AT)
    sign_and_submit(before)
    now = next_return(before)
    carry_answers(now.lead, now.return_id, at=AT)
    return now


def test_each_says_so_in_words_with_a_way_to_confirm_it() -> None:
    now = carried()
    text = signed_in(now.lead).get(page(now)).content.decode()
    assert text.count(CARRIED) == 3
    assert text.count('value="confirm:') == text.count('value="drop:') == 2
    assert 'value="confirm-text:how"' in text
    assert at_page("confirm_answers", now, standard_ref="1") in text


def test_confirm_saves_what_was_typed_and_confirms_that_one_alone() -> None:
    now = carried()
    client = signed_in(now.lead)
    typed = form_of(client, page(now)) | {"s-1_2-level": "partial", "then": "confirm:1.1"}
    answer = client.post(page(now), typed)
    assert (answer.status_code, answer["Location"]) == (302, f"{page(now)}#s-1_1")
    assert (answer_of(now, "1.1").carried, answer_of(now, "1.1").comment) == (False, "As ever")
    changed = answer_of(now, "1.2")
    assert changed.level
    assert (changed.level.key, changed.carried) == ("partial", False)
    assert narrative_of(now, "1").carried


def test_a_text_is_confirmed_and_an_answer_emptied() -> None:
    now = carried()
    client = signed_in(now.lead)
    typed = form_of(client, page(now))
    assert client.post(page(now), typed | {"then": "confirm-text:how"})["Location"] == f"{page(now)}#n-how"
    assert client.post(page(now), typed | {"then": "drop:1.1"})["Location"] == f"{page(now)}#s-1_1"
    assert (narrative_of(now, "1").carried, answer_of(now, "1.1").comment) == (False, "")


def test_a_colleagues_change_is_shown_before_anything_is_confirmed() -> None:
    now = carried()
    client = signed_in(now.lead)
    typed = form_of(client, page(now))
    (other,) = more_leads(now, 1)
    save_answer(other, now.return_id, "1.1", AnswerText(level="partial", comment="Not so sure"), version=1, at=AT)
    answer = client.post(page(now), typed | {"then": "confirm:1.1"})
    assert answer.status_code == 422
    assert "in the meantime" in answer.content.decode()
    assert "Not so sure" in answer.content.decode()
    assert answer_of(now, "1.1").comment == "Not so sure"


def test_a_review_tells_what_was_not_asked_and_offers_no_emptying() -> None:
    _, now = reviewed(form="light")
    text = signed_in(now.lead).get(page(now)).content.decode()
    assert text.count(CARRIED) == 1
    assert "Not asked last time." in text
    assert 'value="drop:' not in text


def test_the_reviews_two_questions_have_their_page() -> None:
    _, now = reviewed()
    client = signed_in(now.lead)
    tasks = client.get(at_page("return_tasks", now)).content.decode()
    assert page(now, "review") in tasks
    assert "0 of 2 written" in tasks
    text = client.get(page(now, "review")).content.decode()
    assert "What has changed since last time?" in text
    assert "What will you improve?" in text
    posted = {"then": "stay", "n-changed-version": 0, "n-changed-text": "A new lead", "n-changed-was": ""}
    assert client.post(page(now, "review"), posted).status_code == 302
    assert "1 of 2 written" in client.get(at_page("return_tasks", now)).content.decode()
    address = at_page("save_narrative", now, standard_ref="review", prompt="improve")
    saved = client.post(address, {"text": "Training", "version": 0}).json()
    assert saved["version"] == 1
    assert "A new lead" in client.get(at_page("return_copy", now)).content.decode()


def test_of_the_reviews_questions_a_contributor_reads_only() -> None:
    _, now = reviewed()
    client = signed_in(now.contributor)
    assert 'name="n-changed-text"' not in client.get(page(now, "review")).content.decode()
    assert client.post(page(now, "review"), {"n-changed-version": 0, "n-changed-text": "x"}).status_code == 409  # shown back
    assert not Narrative.objects.filter(unit_return_id=now.return_id, standard=None).exclude(text="").exists()


def test_other_forms_have_no_such_page() -> None:
    now = open_return()
    assert signed_in(now.lead).get(page(now, "review")).status_code == 404


def test_a_save_while_typing_says_whether_it_is_still_carried() -> None:
    now = carried()
    address = at_page("save_answer", now, statement_ref="1.1")
    said = signed_in(now.lead).post(address, {"level": "met", "comment": "Better", "version": 1}).json()
    assert (said["carried"], said["version"]) == (False, 2)


def test_it_takes_ten_statements_at_most_even_through_a_mapping(assert_queries: AssertQueries) -> None:
    before, now = reviewed()
    other = make_answering_edition(tool="other-tool")
    assert before.cycle.edition
    map_editions(before.cycle.edition, other, {"1.1": ["1.1"]})
    for one in (now, next_return(before, edition=other, form="review")):
        client = signed_in(one.lead)
        client.get(page(one))
        with assert_queries(10):
            client.get(page(one))
