from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Partnership
from section11.directory.operations.edit_partnership import edit_partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.directory import make_partnership, make_viewer

pytestmark = pytest.mark.django_db
WANTED: dict[str, Any] = {
    "name": "Riverside Partnership",
    "contact_email": " Unit@Example.org",
    "contact_phone": "01632 960 001",
    "takes_files": False,
    "takes_registrations": False,
    "own_sentence": " We ask all schools. ",
    "controller_contact": "The council. Write to data@example.org.",
    "lawful_basis": " A public task. ",
    "retention_sentence": "Three audits.",
    "version": 1,
}


def test_an_officer_changes_contact_details_and_choices(at: datetime) -> None:
    partnership = make_partnership()
    edit_partnership(make_viewer(of=partnership), at=at, **WANTED)
    now = Partnership.objects.get(pk=partnership.pk)
    assert (now.name, now.contact_email, now.contact_phone) == ("Riverside Partnership", "unit@example.org", "01632 960 001")
    assert (now.takes_files, now.takes_registrations, now.own_sentence) == (False, False, "We ask all schools.")
    assert (now.controller_contact, now.lawful_basis) == ("The council. Write to data@example.org.", "A public task.")
    assert now.retention_sentence == "Three audits."
    event = ActivityEvent.objects.get()
    assert event.verb == "partnership-edited"
    assert "own_sentence" in event.details["changed"]
    assert {"controller_contact", "lawful_basis", "retention_sentence"} <= set(event.details["changed"])
    assert not [typed for typed in ("schools", "council", "public task", "audits") if typed in str(event.details)]


def test_nothing_changed_is_no_event(at: datetime) -> None:
    viewer = make_viewer()
    edit_partnership(viewer, at=at, **WANTED)
    edit_partnership(viewer, at=at, **WANTED)
    assert ActivityEvent.objects.count() == 1


def test_contact_details_may_be_empty(at: datetime) -> None:
    edit_partnership(make_viewer(), at=at, **{**WANTED, "contact_email": "", "contact_phone": ""})


def test_what_is_wrong_is_said_all_at_once(at: datetime) -> None:
    long = dict.fromkeys(("own_sentence", "controller_contact", "lawful_basis", "retention_sentence"), "x" * 2001)
    wrong = {**WANTED, "name": "", "contact_email": "x", "contact_phone": "1" * 41, **long}
    with pytest.raises(Refused) as told:
        edit_partnership(make_viewer(), at=at, **wrong)
    assert set(told.value.problems) == {"name", "contact_email", "contact_phone", *long}


@pytest.mark.parametrize("role", [*sorted(PARTNERSHIP_ROLES - {Role.OFFICER}), Role.RETURN_LEAD])
def test_only_officers_do(role: Role, at: datetime) -> None:
    with pytest.raises(Absent):
        edit_partnership(make_viewer(role), at=at, **WANTED)


def test_who_was_slower_is_shown_both_texts_and_changes_nothing(at: datetime) -> None:
    partnership = make_partnership()
    faster, slower = make_viewer(of=partnership), make_viewer(of=partnership)
    edit_partnership(faster, at=at, **WANTED)
    with pytest.raises(Conflict) as told:
        edit_partnership(slower, at=at, **{**WANTED, "contact_phone": "01632 960 002", "takes_files": True})
    assert (told.value.version, told.value.by) == (2, faster.name)
    assert told.value.theirs == {"contact_phone": "01632 960 001", "takes_files": "No"}
    assert told.value.mine == {"contact_phone": "01632 960 002", "takes_files": "Yes"}
    edit_partnership(slower, at=at, **{**WANTED, "contact_phone": "01632 960 002", "version": told.value.version})
    now = Partnership.objects.get(pk=partnership.pk)
    assert (now.contact_phone, now.version) == ("01632 960 002", 3)
