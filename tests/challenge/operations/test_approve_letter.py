"""Approving a letter."""

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import Letter, Recommendation
from section11.challenge.operations.approve_letter import approve_letter
from section11.challenge.operations.edit_letter import edit_letter
from section11.challenge.rules.letter_body import letter_hash
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.judging import make_recommendation
from tests.factories.panels import approved_letter, belongs, make_letter, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_it_keeps_its_mark_gives_what_was_recommended_and_both_sides_hear_of_it() -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference)
    letter = make_letter(opened)
    approve_letter(opened.officer, letter.pk, version=1, at=AT)
    letter.refresh_from_db()
    assert (letter.state, letter.approved_at, letter.approved_by) == ("approved", AT, opened.officer.person_ref)
    assert letter.content_hash == letter_hash(invitation=opened.invitation.ref, number=1, submission_number=1, body=letter.body)
    assert Recommendation.objects.get().state == "given"
    events = ActivityEvent.objects.filter(verb="approved-letter")
    assert {one.stream.ref for one in events} == {opened.partnership_stream, opened.organisation_stream}
    assert {one.details["content"] for one in events} == {letter.content_hash}


def test_only_the_version_that_was_read() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    edit_letter(opened.officer, letter.pk, "Changed", version=1, at=AT)
    with pytest.raises(Conflict):
        approve_letter(opened.officer, letter.pk, version=1, at=AT)
    assert Letter.objects.get().state == "draft"


def test_once() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    with pytest.raises(Refused, match="can no longer change"):
        approve_letter(opened.officer, letter.pk, version=letter.version, at=AT)


def test_officers_only_and_never_about_their_own_organisation() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    for viewer in (panel_reviewer(opened), submitted_return()[0].officer, opened.lead):
        with pytest.raises(Absent):
            approve_letter(viewer, letter.pk, version=1, at=AT)
    belongs(opened.officer, opened)
    with pytest.raises(Refused, match="a colleague must do this"):
        approve_letter(opened.officer, letter.pk, version=1, at=AT)
