from datetime import UTC, date, datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Contact, Invitation
from section11.cycles.operations.log_contact import log_contact
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def log(viewer: Viewer, invitation: Invitation, at: datetime, **typed: Any) -> Contact:
    typed = {"kind": "phone", "spoke_to": " Ann  Lead", "note": "Will send it on Friday.", "on": date(2026, 10, 5), **typed}
    return log_contact(viewer, typed.pop("slug", invitation.cycle.slug), invitation.pk, **typed, at=at)


def test_a_call_of_today_and_one_of_last_week(at: datetime) -> None:
    invitation = make_invitation()
    officer = make_viewer(of=invitation.cycle.partnership)
    today, before = log(officer, invitation, at), log(officer, invitation, at, on=date(2026, 9, 28), kind="meeting")
    assert (today.spoke_to, today.note, today.logged_by_name) == ("Ann Lead", "Will send it on Friday.", officer.name)
    assert (today.at, before.at) == (at, datetime(2026, 9, 28, 11, 0, tzinfo=UTC))
    told = ActivityEvent.objects.filter(verb="contact-logged").values_list("subject", "details")
    assert list(told) == [
        (invitation.ref, {"kind": "phone", "on": "2026-10-05"}),
        (invitation.ref, {"kind": "meeting", "on": "2026-09-28"}),
    ]


def test_every_fault_is_told_at_once(at: datetime) -> None:
    invitation = make_invitation()
    officer = make_viewer(of=invitation.cycle.partnership)
    for on in (None, date(2026, 10, 6), date(2020, 1, 1)):
        with pytest.raises(Refused) as refused:
            log(officer, invitation, at, kind="owl", spoke_to="x" * 201, note=" ", on=on)
        assert set(refused.value.problems) == {"kind", "spoke_to", "note", "on"}
    assert not Contact.objects.exists()


def test_a_foreign_invitation_is_absent_and_so_is_one_of_another_cycle(at: datetime) -> None:
    invitation = make_invitation()
    partnership = invitation.cycle.partnership
    for viewer, slug in (
        (make_viewer(), invitation.cycle.slug),
        (make_viewer(of=partnership), make_cycle(partnership).slug),
        (make_viewer(Role.REVIEWER, of=partnership), invitation.cycle.slug),
    ):
        with pytest.raises(Absent):
            log(viewer, invitation, at, slug=slug)
