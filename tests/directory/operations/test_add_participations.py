from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Organisation, Unit
from section11.directory.operations.add_participation import add_participation
from section11.directory.operations.add_participations import PlaceWanted, add_participations
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent
from tests.factories.directory import make_organisation, make_participation, make_sector, make_unit, make_viewer

pytestmark = pytest.mark.django_db


def test_organisations_and_units_are_made_once_or_met_by_name(at: datetime) -> None:
    there = make_participation(name="Elm Trust")
    school = make_sector(there.partnership, SectorKind.SCHOOL, key="schools")
    ward = make_unit(there.organisation, "Ward 1")
    officer = make_viewer(of=there.partnership)
    wanted = [
        PlaceWanted("ELM trust", "schools"),
        PlaceWanted("Elm Trust", "schools", unit_name="ward  1"),
        PlaceWanted("Elm Trust", "schools", unit_name="Ward 2"),
        PlaceWanted(" Oak   School", "schools", ("contract", "choice", "contract"), "C1"),
        PlaceWanted("oak school", "schools", unit_name="Site"),
        PlaceWanted("oak school", "schools", unit_name="site"),
    ]
    places = add_participations(officer, wanted, at=at)
    assert [(p.name, u.name) for p, u in places] == [
        ("Elm Trust", ""),
        ("Elm Trust", "Ward 1"),
        ("Elm Trust", "Ward 2"),
        ("Oak School", ""),
        ("Oak School", "Site"),
        ("Oak School", "Site"),
    ]
    assert places[1][1] == ward
    oak = places[3][0]
    assert (oak.slug, oak.sector, oak.contract, oak.joined_at) == ("oak-school", school, "C1", at)
    assert [duty.basis for duty in oak.duties.all()] == ["contract", "choice"]
    assert Unit.objects.filter(organisation=oak.organisation).count() == 2
    told = ActivityEvent.objects.get(verb="participation-added")
    assert told.details == {"organisation": oak.organisation.ref, "sector": "schools", "duties": ["contract", "choice"]}


def test_addresses_are_free_ones_and_what_one_makes_is_what_many_make(at: datetime) -> None:
    make_organisation("Oak School")  # somebody else's
    sector = make_sector()
    officer = make_viewer(of=sector.partnership)
    one = add_participation(officer, name="Oak School", sector_key=sector.key, at=at)
    (many, unit), (other, _) = add_participations(
        officer, [PlaceWanted("Oak-School", sector.key), PlaceWanted("Oak.School", sector.key)], at=at
    )
    assert [one.participation.slug, many.slug, other.slug] == ["oak-school", "oak-school-2", "oak-school-3"]
    slugs = Organisation.objects.filter(slug__startswith="oak-school").values_list("slug", flat=True)
    assert sorted(slugs) == ["oak-school", "oak-school-2", "oak-school-3", "oak-school-4"]
    assert (unit.slug, unit.name) == (one.unit.slug, one.unit.name) == ("", "")


def test_another_partnerships_organisation_is_never_met(at: datetime) -> None:
    theirs = make_participation(name="Oak School")
    sector = make_sector()
    ((made, _),) = add_participations(make_viewer(of=sector.partnership), [PlaceWanted("Oak School", sector.key)], at=at)
    assert made.organisation != theirs.organisation


def test_only_officers(at: datetime) -> None:
    for role in (Role.REVIEWER, Role.RETURN_LEAD):
        with pytest.raises(Absent):
            add_participations(make_viewer(role), [], at=at)
