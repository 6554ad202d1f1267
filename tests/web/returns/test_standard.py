"""The page of one standard, without script: everything typed is saved, or shown again with what to do."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from section11.directory.models import Person
from section11.lib import clock
from section11.returns.models import Answer, Assignment, HeldPost
from section11.returns.operations.hand_standard import hand_standard
from section11.returns.operations.hold_post import hold_post
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.take_standard_back import take_standard_back
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, Opened, answer_of, more_leads, narrative_of, open_return, rate, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def address(opened: Opened, standard: str = "1") -> str:
    return reverse(
        "standard", kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "standard_ref": standard}
    )


def form_of(client: Client, path: str) -> dict[str, str]:
    """What a browser would post back if nobody typed anything."""
    html = client.get(path).content.decode()
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and not ('type="radio"' in tag and "checked" not in tag) and not ('type="checkbox"' in tag and "checked" not in tag):
            fields[name[1]] = unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</textarea>', html):
        fields[name] = unescape(text)
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        fields[name] = unescape(chosen[1]) if chosen else ""
    return fields


def test_one_press_saves_every_answer_and_narrative_of_the_page() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), address(opened)
    typed = form_of(client, path) | {
        "s-1_1-level": "met",
        "s-1_1-comment": "The head does this.",
        "s-1_2-level": "partial",
        "s-1_2-what": "Train everybody",
        "s-1_2-who": "Deputy head",
        "s-1_2-due-day": "31",
        "s-1_2-due-month": "3",
        "s-1_2-due-year": str(clock.today().year + 1),
        "n-how-text": "By name.",
        "then": "stay",
    }
    response = client.post(path, typed)
    assert response.status_code == 302
    assert answer_of(opened, "1.1").comment == "The head does this."
    assert narrative_of(opened, "1").text == "By name."
    page = client.get(path).content.decode()
    assert "Train everybody" in page
    assert "Saved at" in page


def test_what_nobody_touched_is_not_saved_again() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), address(opened)
    before = form_of(client, path)
    rate(opened, "1.1", "met", comment="A colleague wrote this meanwhile")
    assert client.post(path, before | {"s-1_2-level": "met"}).status_code == 302
    assert answer_of(opened, "1.1").comment == "A colleague wrote this meanwhile"
    assert answer_of(opened, "1.1").version == 1


def test_the_second_to_save_is_shown_both_texts_and_can_keep_theirs_by_saving_again() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), address(opened)
    mine = form_of(client, path) | {"s-1_1-comment": "Mine, typed for an hour", "s-1_2-level": "met"}
    [other] = more_leads(opened, 1)
    save_answer(other, opened.return_id, "1.1", AnswerText(level="met", comment="Theirs, saved first"), version=0, at=AT)
    response = client.post(path, mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Theirs, saved first" in page
    assert "<dt>Their level</dt><dd>Met</dd>" in page
    assert "Mine, typed for an hour" in page
    assert answer_of(opened, "1.1").comment == "Theirs, saved first"
    assert answer_of(opened, "1.2").version == 1, "one trouble stops no other save"
    again = mine | dict(re.findall(r'name="(s-1_1-(?:version|was))" value="([^"]*)"', page))
    assert client.post(path, again).status_code == 302
    assert answer_of(opened, "1.1").comment == "Mine, typed for an hour"


def test_a_wrong_date_is_told_at_its_field_and_the_rest_is_saved() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), address(opened)
    typed = form_of(client, path) | {"s-1_1-level": "partial", "s-1_1-what": "Train", "s-1_1-due-day": "31", "s-1_1-due-month": "2"}
    response = client.post(path, typed | {"s-1_1-due-year": "2027"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "must be a real date" in page
    assert 'href="#s-1_1-due"' in page
    assert ">Train</textarea>" in page
    assert answer_of(opened, "1.1").level is not None


def test_a_level_that_is_not_on_the_scale_is_refused() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), address(opened)
    response = client.post(path, form_of(client, path) | {"s-1_1-level": "excellent", "s-1_1-comment": "Kept"})
    assert response.status_code == 422
    assert b"Choose one of the levels shown" in response.content
    assert b">Kept</textarea>" in response.content


@pytest.mark.parametrize(
    ("then", "ends"),
    [
        ("next", "/standards/2"),
        ("tasks", ""),
        ("evidence:1.1", "/statements/1.1/evidence/add"),
        ("action:1.1", "/statements/1.1/actions/add"),
        ("mark", "/standards/1/mark-not-applicable"),
        ("stay:1.1", "/standards/1#s-1_1"),
        ("https://evil.example/", "/standards/1"),
        ("evidence:9.9", "/standards/1"),
    ],
)
def test_the_button_says_where_to_go_after_the_save(then: str, ends: str) -> None:
    opened = open_return()
    response = signed_in(opened.lead).post(address(opened), {"then": then})
    home = f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}"
    assert response["Location"] == home + ends


def test_a_contributor_reads_all_and_writes_only_what_was_handed_over() -> None:
    opened = open_return()
    client = signed_in(opened.contributor)
    page = client.get(address(opened))
    assert page.status_code == 200
    assert b"not one of those handed to you" in page.content
    assert client.post(address(opened), {"s-1_1-version": "0", "s-1_1-comment": "x"}).status_code == 409
    assert signed_in(opened.signatory).post(address(opened), {"s-1_1-version": "0", "s-1_1-comment": "x"}).status_code == 404
    assert answer_of(opened, "1.1").comment == ""


def test_after_submission_the_page_is_read_only_and_says_how_to_amend() -> None:
    opened, _ = submitted_return()
    client = signed_in(opened.lead)
    page = client.get(address(opened)).content.decode()
    assert "start an amendment" in page
    assert "<textarea" not in page
    answer = answer_of(opened, "1.1")
    posted = {"s-1_1-version": str(answer.version), "s-1_1-was": "", "s-1_1-comment": "too late"}
    response = client.post(address(opened), posted)
    assert response.status_code == 422
    assert b"too late" in response.content
    assert answer_of(opened, "1.1").comment != "too late"


def test_a_standard_that_does_not_apply_shows_its_reason_and_a_way_back() -> None:
    opened = open_return()
    mark_not_applicable(opened.lead, opened.return_id, "1", "We have no staff", at=AT)
    page = signed_in(opened.lead).get(address(opened)).content.decode()
    assert "We have no staff" in page
    assert "It does apply" in page


def test_what_could_not_be_saved_is_shown_though_the_standard_was_marked_meanwhile() -> None:
    opened = open_return()
    [other] = more_leads(opened, 1)
    client, path = signed_in(opened.lead), address(opened)
    typed = form_of(client, path) | {"s-1_1-comment": "Mine"}
    rate(opened, "1.1", by=other, comment="Theirs")
    mark_not_applicable(other, opened.return_id, "1", "We have no staff", at=AT)
    response = client.post(path, typed)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "We have no staff" in shown
    assert "Mine</textarea>" in shown
    assert "Theirs" in shown


def test_text_posted_after_the_session_ended_stands_in_its_boxes_until_it_is_saved() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), address(opened)
    typed = form_of(client, path) | {"s-1_1-comment": "Typed while signed out", "n-how-text": "And this"}
    hold_post(opened.lead, path=path, fields={name: [text] for name, text in typed.items()}, at=clock.now() - timedelta(hours=1))
    page = client.get(path).content.decode()
    assert "Typed while signed out" in page
    assert "And this" in page
    assert "not saved yet" in page
    assert client.post(path, form_of(client, path)).status_code == 302
    assert answer_of(opened, "1.1").comment == "Typed while signed out"
    assert HeldPost.objects.count() == 0


def test_another_persons_kept_text_is_never_shown() -> None:
    opened = open_return()
    [other] = more_leads(opened, 1)
    fields = {"s-1_1-version": ["0"], "s-1_1-comment": ["Secret"]}
    hold_post(other, path=address(opened), fields=fields, at=clock.now())
    assert b"Secret" not in signed_in(opened.lead).get(address(opened)).content


def test_the_page_takes_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened = open_return()
    rate(opened, "1.1", "partial")
    hold_post(opened.lead, path="/elsewhere", fields={"a": ["b"]}, at=clock.now())
    client = signed_in(opened.lead)
    with assert_queries(10):
        assert client.get(address(opened)).status_code == 200


def test_the_last_answer_stands_beside_this_one() -> None:
    opened, _ = submitted_return()
    Person.objects.get(pk=opened.lead.person_id)
    later = open_return(unit=opened.unit, participation=opened.participation)
    page = signed_in(later.lead).get(address(later)).content.decode()
    assert "Last time" in page
    assert Answer.objects.filter(unit_return_id=later.return_id, level__isnull=False).count() == 0


def test_a_standard_taken_back_meanwhile_gives_back_what_was_typed_and_says_what_to_do() -> None:
    opened = open_return()
    helper = opened.unit.memberships.get(person=opened.contributor.person_id)
    hand_standard(opened.lead, opened.return_id, "1", helper.pk, at=AT)
    client, path = signed_in(opened.contributor), address(opened)
    before = form_of(client, path)
    take_standard_back(opened.lead, opened.return_id, Assignment.objects.get().pk, at=AT)
    typed = before | {"s-1_1-level": "met", "s-1_1-comment": "We meet <monthly>.", "s-1_2-what": "Train all", "n-how-text": "By name."}
    response = client.post(path, typed)
    page = response.content.decode()
    assert response.status_code == 409
    for words in ("taken back while you were typing", "We meet &lt;monthly&gt;.", "Train all", "By name.", "hand you the standard again"):
        assert words in page
    assert "1.2: what you do now" not in page
    assert before["s-1_1-was"] not in page
    assert answer_of(opened, "1.1").comment == ""
