from datetime import timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Invitation
from section11.lib.errors import Absent, Conflict, Refused
from section11.returns.models import NarrativeRevision
from section11.returns.operations.save_answer import SavedAnswer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.rules.typing import LONGEST_TEXT
from tests.factories.returns import AT, counted, more_leads, narrative_of, open_return
from tests.people import let_in
from tests.returns.around import WRITERS, people_around

pytestmark = pytest.mark.django_db
SOON = AT + timedelta(minutes=1)


def test_the_text_is_kept_as_the_next_version() -> None:
    opened = open_return()
    saved = save_narrative(opened.lead, opened.return_id, "1", "how", " We meet\r\nmonthly\x00 ", version=0, at=AT)
    kept = narrative_of(opened, "1")
    assert saved == SavedAnswer(1, AT, changed=True)
    assert (kept.text, kept.version, kept.saved_at) == ("We meet\nmonthly", 1, AT)
    assert (kept.saved_by, kept.saved_by_name) == (opened.lead.person_ref, opened.lead.name)
    assert (narrative_of(opened, "1", "change").text, narrative_of(opened, "2").text) == ("", "")


def test_it_says_when_but_counts_as_no_answer_and_is_no_event() -> None:
    opened = open_return()
    before = ActivityEvent.objects.count()
    save_narrative(opened.lead, opened.return_id, "1", "how", "We meet", version=0, at=AT)
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.last_saved_at, stands.progress, counted(opened)) == (AT, "in-progress", 0)
    assert ActivityEvent.objects.count() == before


def test_the_lead_and_a_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    people = people_around(opened)
    assert let_in(people, lambda who: save_narrative(who, opened.return_id, "1", "how", "We", version=0, at=AT)) == WRITERS
    assert let_in(people, lambda who: save_narrative(who, opened.return_id, "2", "how", "We", version=0, at=AT)) == {"lead"}


def test_who_comes_second_is_shown_both_texts() -> None:
    opened = open_return()
    other = more_leads(opened, 1)[0]
    save_narrative(other, opened.return_id, "1", "how", "First", version=0, at=AT)
    with pytest.raises(Conflict) as told:
        save_narrative(opened.lead, opened.return_id, "1", "how", " Second", version=0, at=SOON)
    assert (told.value.version, told.value.by) == (1, other.name)
    assert (told.value.mine, told.value.theirs) == ({"text": "Second"}, {"text": "First"})
    assert (narrative_of(opened, "1").text, NarrativeRevision.objects.count()) == ("First", 1)


def test_the_same_words_sent_twice_are_one_save_and_somebody_elses_a_conflict() -> None:
    opened = open_return()
    ends = [save_narrative(opened.lead, opened.return_id, "1", "how", "We", version=0, at=at) for at in (AT, SOON)]
    assert ends == [SavedAnswer(1, AT, changed=True), SavedAnswer(1, AT, changed=False)]
    assert NarrativeRevision.objects.count() == 1
    with pytest.raises(Conflict):
        save_narrative(more_leads(opened, 1)[0], opened.return_id, "1", "how", "We", version=0, at=SOON)


def test_a_text_that_is_too_long_is_refused_and_may_be_just_long_enough() -> None:
    opened = open_return()
    with pytest.raises(Refused) as told:
        save_narrative(opened.lead, opened.return_id, "1", "how", "a" * (LONGEST_TEXT + 1), version=0, at=AT)
    assert set(told.value.problems) == {"text"}
    assert save_narrative(opened.lead, opened.return_id, "1", "how", "a" * LONGEST_TEXT, version=0, at=AT).version == 1


def test_a_prompt_that_is_not_asked_is_absent() -> None:
    opened = open_return(form="light", local=["We know our neighbours"])
    for standard, prompt in (("1", "change"), ("1", "none"), ("9", "how"), ("L", "how")):
        with pytest.raises(Absent):
            save_narrative(opened.lead, opened.return_id, standard, prompt, "We", version=0, at=AT)


def test_a_persons_typing_of_ten_minutes_is_one_revision() -> None:
    opened = open_return()
    other = more_leads(opened, 1)[0]
    for version, (minutes, who) in enumerate(((0, opened.lead), (9, opened.lead), (10, opened.lead), (11, other))):
        at = AT + timedelta(minutes=minutes)
        save_narrative(who, opened.return_id, "1", "how", f"Text {minutes}", version=version, at=at)
    assert list(NarrativeRevision.objects.order_by("version").values_list("version", "text")) == [
        (2, "Text 9"),
        (3, "Text 10"),
        (4, "Text 11"),
    ]
