from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership, Partnership
from section11.directory.operations.open_partnership import open_partnership
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import system_viewer
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db
SETUP = system_viewer("setup")
RIVERSIDE: dict[str, Any] = {"slug": "riverside", "name": "Riverside Safeguarding Children Partnership"}


def test_it_opens_with_a_sector_for_each_kind_and_its_first_officer(at: datetime) -> None:
    made = open_partnership(SETUP, officer_name="Sam Reed", officer_email="Sam@Example.org", at=at, **RIVERSIDE)
    assert list(made.sectors.values_list("key", flat=True)) == [kind.value for kind in SectorKind]
    assert set(made.sectors.values_list("listed", flat=True)) == {False}
    held = Membership.objects.get()
    assert (held.person.email, held.role, held.partnership) == ("sam@example.org", Role.OFFICER, made)
    assert [event.verb for event in ActivityEvent.objects.all()] == ["partnership-opened", "member-admitted"]


def test_one_that_a_file_brings_has_no_people_and_its_own_sectors(at: datetime) -> None:
    made = open_partnership(SETUP, kind="joint", sector_kinds=(), at=at, **RIVERSIDE)
    assert made.kind == "joint"
    assert not made.sectors.exists()
    assert not Membership.objects.exists()


def test_people_do_not_open_partnerships(at: datetime) -> None:
    with pytest.raises(Absent):
        open_partnership(make_viewer(), at=at, **RIVERSIDE)


def test_what_is_wrong_is_said_all_at_once(at: datetime) -> None:
    with pytest.raises(Refused) as told:
        open_partnership(SETUP, slug="River Side", name="", kind="village", at=at)
    assert set(told.value.problems) == {"slug", "name", "kind"}


def test_an_address_is_taken_once(at: datetime) -> None:
    open_partnership(SETUP, at=at, **RIVERSIDE)
    with pytest.raises(Refused) as told:
        open_partnership(SETUP, at=at, **RIVERSIDE)
    assert set(told.value.problems) == {"slug"}


def test_with_an_officer_who_cannot_come_in_nothing_is_opened(at: datetime) -> None:
    with pytest.raises(Refused):
        open_partnership(SETUP, officer_name="", officer_email="no", at=at, **RIVERSIDE)
    assert not Partnership.objects.exists()
