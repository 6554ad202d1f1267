from datetime import datetime

import pytest

from section11.directory.queries.registrations import (
    open_for_registration,
    registration,
    registrations,
    registrations_waiting,
    taking_registrations,
)
from section11.directory.vocabulary import PARTNERSHIP_ROLES, RegistrationState, Role
from section11.lib.errors import Absent
from tests.factories.directory import make_organisation, make_participation, make_partnership, make_registration, make_sector, make_viewer

pytestmark = pytest.mark.django_db


def test_the_waiting_come_first_and_are_counted(at: datetime) -> None:
    partnership = make_sector().partnership
    viewer = make_viewer(of=partnership)
    make_registration(partnership, organisation_name="Done", state=RegistrationState.APPROVED)
    make_registration(partnership, organisation_name="Young", asked_at=at)
    make_registration(partnership, organisation_name="Old")
    make_registration(organisation_name="Elsewhere")
    assert [row.organisation_name for row in registrations(viewer).rows] == ["Old", "Young", "Done"]
    assert [row.organisation_name for row in registrations(viewer, state=RegistrationState.APPROVED).rows] == ["Done"]
    assert registrations_waiting(viewer) == 2


def test_one_says_whether_an_organisation_of_its_name_takes_part_already() -> None:
    partnership = make_sector().partnership
    asked = make_registration(partnership, organisation_name="OAK school")
    make_participation(organisation=make_organisation("Oak School"))
    viewer = make_viewer(of=partnership)
    assert registration(viewer, asked.pk).takes_part_as == ""
    place = make_participation(partnership, make_organisation("Oak School ", slug="oak-2"), slug="oak-2")
    assert registration(viewer, asked.pk).takes_part_as == place.slug


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES - {Role.OFFICER, Role.SCRUTINEER}))
def test_only_officers_and_scrutineers_see_them(role: Role) -> None:
    asked = make_registration()
    viewer = make_viewer(role, of=asked.partnership)
    for ask in (lambda: registrations(viewer), lambda: registrations_waiting(viewer), lambda: registration(viewer, asked.pk)):
        with pytest.raises(Absent):
            ask()


def test_foreign_and_absent_look_the_same() -> None:
    asked = make_registration()
    for key in (asked.pk, 999_999):
        with pytest.raises(Absent):
            registration(make_viewer(), key)


def test_strangers_are_told_of_partnerships_that_take_registrations() -> None:
    open_one = make_sector(make_partnership("Riverside")).partnership
    closed = make_sector(make_partnership("Closed", takes_registrations=False)).partnership
    make_partnership("Without sectors")
    assert taking_registrations() == [("riverside", "Riverside")]
    seen = open_for_registration("riverside")
    assert (seen.name, seen.contact_email, [sector.key for sector in seen.sectors]) == ("Riverside", open_one.contact_email, ["school"])
    for slug in (closed.slug, "nowhere"):
        with pytest.raises(Absent):
            open_for_registration(slug)
