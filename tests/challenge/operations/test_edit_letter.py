"""Editing the draft of a letter."""

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.operations.edit_letter import edit_letter
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.panels import approved_letter, belongs, make_letter, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_an_officer_changes_the_text() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    edit_letter(opened.officer, letter.pk, " Dear all\r\nThank you. ", version=1, at=AT)
    letter.refresh_from_db()
    assert (letter.body, letter.version, letter.edited_by_name) == ("Dear all\nThank you.", 2, opened.officer.name)
    assert "Thank" not in str(ActivityEvent.objects.get(verb="edited-letter").details)


def test_the_second_of_two_sees_both() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    edit_letter(opened.officer, letter.pk, "Theirs", version=1, at=AT)
    with pytest.raises(Conflict) as conflict:
        edit_letter(opened.officer, letter.pk, "Mine", version=1, at=AT)
    assert (conflict.value.mine, conflict.value.theirs, conflict.value.version) == ({"body": "Mine"}, {"body": "Theirs"}, 2)


@pytest.mark.parametrize("body", ["", "  \n ", "x" * 30_001])
def test_an_empty_or_endless_letter_is_refused(body: str) -> None:
    opened, _ = submitted_return()
    with pytest.raises(Refused) as refused:
        edit_letter(opened.officer, make_letter(opened).pk, body, version=1, at=AT)
    assert set(refused.value.problems) == {"body"}


def test_an_approved_one_never_changes() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    with pytest.raises(Refused, match="can no longer change"):
        edit_letter(opened.officer, letter.pk, "Another", version=letter.version, at=AT)
    body = letter.body
    letter.refresh_from_db()
    assert letter.body == body


def test_officers_only_and_never_about_their_own_organisation() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    for viewer in (panel_reviewer(opened), submitted_return()[0].officer, opened.lead):
        with pytest.raises(Absent):
            edit_letter(viewer, letter.pk, "Mine", version=1, at=AT)
    belongs(opened.officer, opened)
    with pytest.raises(Refused, match="a colleague must do this"):
        edit_letter(opened.officer, letter.pk, "Mine", version=1, at=AT)
