"""Noting that an organisation opened its letter."""

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import LetterOpening
from section11.challenge.operations.note_letter_opened import note_letter_opened
from section11.challenge.queries.letters_of_return import letter_of_return, letters_of_return
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.panels import approved_letter, make_letter
from tests.factories.returns import AT, Opened, more_leads, submitted_return

pytestmark = pytest.mark.django_db


def look(opened: Opened, viewer: Viewer, letter_id: int) -> None:
    note_letter_opened(viewer, letter_of_return(viewer, opened.return_id, letter_id), at=AT)


def test_once_a_person_and_both_sides_hear_of_it() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    for viewer in (opened.lead, opened.lead, opened.signatory):
        look(opened, viewer, letter.pk)
    assert list(LetterOpening.objects.values_list("by_name", flat=True)) == [opened.lead.name, opened.signatory.name]
    events = ActivityEvent.objects.filter(verb="opened-letter")
    assert events.count() == 4
    assert {one.stream.ref for one in events} == {opened.partnership_stream, opened.organisation_stream}


def test_two_looks_at_once_are_one_opening() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    seen = letter_of_return(opened.lead, opened.return_id, letter.pk)
    for _ in range(2):
        note_letter_opened(opened.lead, seen, at=AT)
    assert LetterOpening.objects.count() == 1


def test_drafts_and_other_organisations_letters_are_absent() -> None:
    opened, _ = submitted_return()
    foreign, _ = submitted_return(cycle=opened.cycle)
    draft, theirs = make_letter(opened), approved_letter(foreign)
    assert letters_of_return(opened.lead, opened.return_id) == []
    for letter_id in (draft.pk, theirs.pk):
        with pytest.raises(Absent):
            look(opened, opened.lead, letter_id)
    [other] = more_leads(foreign, 1)
    assert [one.letter_id for one in letters_of_return(other, foreign.return_id)] == [theirs.pk]
