from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import AnswerRevision, Return
from section11.returns.operations import save_answer as save_module
from section11.returns.operations.save_answer import AnswerText, SavedAnswer, save_answer
from section11.returns.queries.writing import check_open
from section11.returns.rules.typing import LONGEST_TEXT
from tests.factories.returns import AT, answer_of, counted, more_leads, open_return, rate, recount
from tests.people import let_in, person_of
from tests.returns.around import WRITERS, events, hand, people_around

pytestmark = pytest.mark.django_db
SOON = AT + timedelta(minutes=1)


def test_what_was_typed_and_chosen_is_kept_as_the_next_version() -> None:
    opened = open_return()
    text = AnswerText("unmet", " Some \r\n words\x00 ", "Why", "None needed", "2.1")
    saved = save_answer(opened.lead, opened.return_id, "1.1", text, version=0, at=AT)
    assert saved == SavedAnswer(1, AT, changed=True)
    kept = answer_of(opened, "1.1")
    assert kept.level
    assert kept.see
    assert (kept.level.key, kept.comment, kept.reason) == ("unmet", "Some \n words", "Why")
    assert (kept.no_action_reason, kept.see.ref, kept.version) == ("None needed", "2.1", 1)
    assert (kept.saved_at, kept.saved_by, kept.saved_by_name) == (AT, opened.lead.person_ref, opened.lead.name)


def test_an_answer_may_be_cleared_again() -> None:
    opened = open_return()
    rate(opened, "1.1", "unmet", comment="Words", see="2.1")
    save_answer(opened.lead, opened.return_id, "1.1", AnswerText(), version=1, at=AT)
    kept = answer_of(opened, "1.1")
    assert (kept.level, kept.see, kept.comment, kept.version) == (None, None, "", 2)


def test_an_answer_may_point_to_one_of_the_partnerships_own_statements_and_back() -> None:
    opened = open_return(local=["We know our neighbours"])
    rate(opened, "1.1", see="L1")
    rate(opened, "L1", see="1.1")
    assert [getattr(answer_of(opened, ref).see, "ref", "") for ref in ("1.1", "L1")] == ["L1", "1.1"]


def test_the_first_save_opens_the_return_and_every_one_says_when() -> None:
    opened = open_return()
    rate(opened, "1.1")
    rate(opened, "1.1", at=SOON, comment="More")
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.progress, stands.opened_at, stands.last_saved_at) == ("in-progress", AT, SOON)
    assert Return.objects.get(pk=opened.return_id).last_saved_at == SOON


def test_answers_are_counted_when_a_level_comes_and_goes() -> None:
    opened = open_return()
    seen = []
    for ref, level in (("1.1", "met"), ("1.1", "unmet"), ("1.2", "na"), ("1.2", ""), ("1.2", ""), ("1.1", ""), ("2.2", "partial")):
        rate(opened, ref, level)
        seen.append(counted(opened))
        assert counted(opened) == recount(opened)
    assert seen == [1, 1, 2, 1, 1, 0, 1]


def test_the_lead_and_a_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    text = AnswerText("met")
    passed = let_in(people_around(opened), lambda who: save_answer(who, opened.return_id, "1.1", text, version=0, at=AT))
    assert passed == WRITERS


def test_a_contributor_writes_only_what_was_handed_over() -> None:
    opened = open_return()
    contributor = hand(opened, "2")
    rate(opened, "2.1", by=contributor)
    with pytest.raises(Absent):
        rate(opened, "1.1", by=contributor)


def test_a_lead_saves_from_their_own_pages_too() -> None:
    opened = open_return()
    person = person_of(opened.lead)
    outside = Viewer(person_id=person.pk, person_ref=person.ref, name=person.name)
    rate(opened, "1.1", by=outside)
    assert answer_of(opened, "1.1").version == 1


def test_a_statement_that_is_not_asked_is_absent() -> None:
    opened, other = open_return(form="light"), open_return()
    for return_id, ref in ((opened.return_id, "1.2"), (opened.return_id, "9.9"), (other.return_id, "1.1"), (4711, "1.1")):
        with pytest.raises(Absent):
            save_answer(opened.lead, return_id, ref, AnswerText("met"), version=0, at=AT)


def test_who_comes_second_is_shown_both_texts_and_nothing_of_theirs_is_kept() -> None:
    opened = open_return()
    other = more_leads(opened, 1)[0]
    rate(opened, "1.1", "met", by=other, comment="First", see="2.1")
    with pytest.raises(Conflict) as told:
        save_answer(opened.lead, opened.return_id, "1.1", AnswerText("unmet", " Second ", "Why"), version=0, at=SOON)
    assert (told.value.version, told.value.by) == (1, other.name)
    assert told.value.mine == AnswerText("unmet", "Second", "Why").as_dict()
    assert told.value.theirs == AnswerText("met", "First", see="2.1").as_dict()
    assert (answer_of(opened, "1.1").comment, answer_of(opened, "1.1").version) == ("First", 1)
    assert AnswerRevision.objects.count() == 1
    assert Invitation.objects.get(pk=opened.invitation.pk).last_saved_at == AT
    assert len(events("rated")) == 1


@pytest.mark.parametrize("version", [1, 10**9, 10**17, -1])
def test_a_version_that_never_was_is_a_conflict(version: int) -> None:
    opened = open_return()
    with pytest.raises(Conflict):
        save_answer(opened.lead, opened.return_id, "1.1", AnswerText("met"), version=version, at=AT)
    assert counted(opened) == recount(opened) == 0


def test_the_same_words_sent_twice_are_one_save() -> None:
    opened = open_return()
    text = AnswerText("met", "Words")
    ends = [save_answer(opened.lead, opened.return_id, "1.1", text, version=0, at=at) for at in (AT, SOON)]
    assert ends == [SavedAnswer(1, AT, changed=True), SavedAnswer(1, AT, changed=False)]
    assert (AnswerRevision.objects.count(), len(events("rated"))) == (1, 1)


def test_the_same_words_sent_twice_at_the_same_moment_are_one_save(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_return()
    text = AnswerText("met", "Words")

    def look_while_the_other_saves(head: object) -> None:
        monkeypatch.setattr(save_module, "check_open", check_open)
        save_answer(opened.lead, opened.return_id, "1.1", text, version=0, at=AT)

    monkeypatch.setattr(save_module, "check_open", look_while_the_other_saves)
    assert save_answer(opened.lead, opened.return_id, "1.1", text, version=0, at=SOON) == SavedAnswer(1, AT, changed=False)
    assert counted(opened) == recount(opened) == 1


def test_the_same_words_as_somebody_elses_are_a_conflict_all_the_same() -> None:
    opened = open_return()
    rate(opened, "1.1", "met", by=more_leads(opened, 1)[0])
    with pytest.raises(Conflict):
        save_answer(opened.lead, opened.return_id, "1.1", AnswerText("met"), version=0, at=AT)


def test_what_stands_already_is_no_new_version() -> None:
    opened = open_return()
    rate(opened, "1.1", "met", by=more_leads(opened, 1)[0])
    saved = save_answer(opened.lead, opened.return_id, "1.1", AnswerText("met"), version=1, at=SOON)
    assert saved == SavedAnswer(1, AT, changed=False)
    empty = save_answer(opened.lead, opened.return_id, "1.2", AnswerText(), version=0, at=SOON)
    assert empty == SavedAnswer(0, SOON, changed=False)


def test_everything_wrong_is_told_at_once_and_nothing_is_kept() -> None:
    opened = open_return()
    long = "a" * (LONGEST_TEXT + 1)
    with pytest.raises(Refused) as told:
        save_answer(opened.lead, opened.return_id, "1.1", AnswerText("superb", long, long, long, "9.9"), version=0, at=AT)
    assert set(told.value.problems) == {"level", "comment", "reason", "no_action_reason", "see"}
    assert answer_of(opened, "1.1").version == 0
    assert counted(opened) == 0


@pytest.mark.parametrize("see", ["1.1", "9.9", "L1", "1", "1.2 "])
def test_an_answer_points_to_another_statement_of_this_return(see: str) -> None:
    opened = open_return(form="light")
    with pytest.raises(Refused) as told:
        save_answer(opened.lead, opened.return_id, "1.1", AnswerText("met", see=see), version=0, at=AT)
    assert set(told.value.problems) == {"see"}


def test_twenty_thousand_characters_are_not_too_many() -> None:
    opened = open_return()
    rate(opened, "1.1", comment="ä" * LONGEST_TEXT)
    assert len(answer_of(opened, "1.1").comment) == LONGEST_TEXT


def test_a_change_of_level_is_told_to_the_organisation_and_to_nobody_else() -> None:
    opened = open_return()
    rate(opened, "1.1", "met")
    rate(opened, "1.1", "met", comment="Only words")
    rate(opened, "1.1", "unmet")
    rate(opened, "1.1", "")
    at_home = (opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}")
    assert events("rated") == [
        (*at_home, {"statement": "1.1", "from": "", "to": "met"}),
        (*at_home, {"statement": "1.1", "from": "met", "to": "unmet"}),
        (*at_home, {"statement": "1.1", "from": "unmet", "to": ""}),
    ]


def test_a_persons_typing_of_ten_minutes_is_one_revision_and_anothers_is_another() -> None:
    opened = open_return()
    other = more_leads(opened, 1)[0]
    for minutes, who, words in (
        (0, opened.lead, "a"),
        (9, opened.lead, "b"),
        (10, opened.lead, "c"),
        (11, other, "d"),
        (12, opened.lead, "e"),
    ):
        rate(opened, "1.1", by=who, at=AT + timedelta(minutes=minutes), comment=words)
    kept = AnswerRevision.objects.order_by("version").values_list("version", "comment", "saved_by_name")
    assert list(kept) == [(2, "b", opened.lead.name), (3, "c", opened.lead.name), (4, "d", other.name), (5, "e", opened.lead.name)]
    first = AnswerRevision.objects.get(version=2)
    assert (first.started_at, first.saved_at, first.level and first.level.key) == (AT, AT + timedelta(minutes=9), "met")


def test_somebody_who_left_cannot_save_what_they_had_open() -> None:
    opened = open_return()
    person_of(opened.lead).memberships.update(ended_at=AT)
    with pytest.raises(Absent):
        rate(opened, "1.1")


def test_two_partnerships_returns_of_one_unit_are_two() -> None:
    one = open_return()
    two = open_return(unit=one.unit)
    rate(one, "1.1", "met")
    assert (counted(one), counted(two)) == (1, 0)
    assert answer_of(two, "1.1").level is None


def test_a_version_guessed_before_it_was_there_is_a_conflict_and_counts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_return()
    other = more_leads(opened, 1)[0]

    def look_while_somebody_makes_that_version(head: object) -> None:
        monkeypatch.setattr(save_module, "check_open", check_open)
        save_answer(other, opened.return_id, "1.1", AnswerText("met"), version=0, at=AT)

    monkeypatch.setattr(save_module, "check_open", look_while_somebody_makes_that_version)
    with pytest.raises(Conflict):
        save_answer(opened.lead, opened.return_id, "1.1", AnswerText("unmet", "Blind"), version=1, at=SOON)
    assert counted(opened) == recount(opened) == 1
