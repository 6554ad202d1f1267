from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Participation, Registration
from section11.directory.operations.decline_registration import decline_registration
from section11.directory.vocabulary import PARTNERSHIP_ROLES, RegistrationState, Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_registration, make_viewer

pytestmark = pytest.mark.django_db


def test_an_officer_declines_with_a_reason(at: datetime) -> None:
    asked = make_registration()
    viewer = make_viewer(of=asked.partnership)
    decline_registration(viewer, asked.pk, reason=" You answer elsewhere. ", at=at)
    asked.refresh_from_db()
    assert (asked.state, asked.reason, asked.decided_at) == (RegistrationState.DECLINED, "You answer elsewhere.", at)
    assert asked.decided_by == viewer.person_ref
    event = ActivityEvent.objects.get()
    assert (event.verb, event.details) == ("registration-declined", {})
    assert not Participation.objects.exists()
    with pytest.raises(Refused):
        decline_registration(viewer, asked.pk, reason="Again", at=at)


@pytest.mark.parametrize("reason", [" ", "x" * 2001])
def test_a_reason_is_needed(reason: str, at: datetime) -> None:
    asked = make_registration()
    with pytest.raises(Refused) as told:
        decline_registration(make_viewer(of=asked.partnership), asked.pk, reason=reason, at=at)
    assert set(told.value.problems) == {"reason"}
    assert Registration.objects.get().state == RegistrationState.WAITING


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES - {Role.OFFICER}))
def test_others_decline_nobody(role: Role, at: datetime) -> None:
    asked = make_registration()
    with pytest.raises(Absent):
        decline_registration(make_viewer(role, of=asked.partnership), asked.pk, reason="No", at=at)


def test_foreign_and_absent_look_the_same(at: datetime) -> None:
    asked = make_registration()
    for key in (asked.pk, 999_999):
        with pytest.raises(Absent):
            decline_registration(make_viewer(), key, reason="No", at=at)
