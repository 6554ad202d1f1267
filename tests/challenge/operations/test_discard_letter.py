"""Discarding the draft of a letter."""

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import Letter
from section11.challenge.operations.discard_letter import discard_letter
from section11.challenge.operations.edit_letter import edit_letter
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.panels import approved_letter, make_letter, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_a_draft_goes_and_its_number_is_free_again() -> None:
    opened, _ = submitted_return()
    discard_letter(opened.officer, make_letter(opened).pk, version=1, at=AT)
    assert not Letter.objects.exists()
    assert ActivityEvent.objects.get(verb="discarded-letter").stream.ref == opened.partnership_stream
    assert make_letter(opened).number == 1


def test_one_that_a_colleague_changed_stays() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    edit_letter(opened.officer, letter.pk, "Better", version=1, at=AT)
    with pytest.raises(Conflict):
        discard_letter(opened.officer, letter.pk, version=1, at=AT)
    assert Letter.objects.get().body == "Better"


def test_an_approved_one_stays() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    with pytest.raises(Refused):
        discard_letter(opened.officer, letter.pk, version=letter.version, at=AT)
    with pytest.raises(Absent):
        discard_letter(panel_reviewer(opened), letter.pk, version=letter.version, at=AT)
    assert Letter.objects.exists()
