import pytest

from section11.directory.queries.participations import participation, participation_choices, participations
from section11.directory.vocabulary import UNIT_ROLES, DutyBasis, Role, SectorKind
from section11.lib.errors import Absent
from tests.factories.directory import make_organisation, make_participation, make_partnership, make_sector, make_unit, make_viewer

pytestmark = pytest.mark.django_db


def test_only_those_of_ones_own_partnership() -> None:
    partnership = make_partnership()
    mine = make_participation(partnership, make_organisation("Oak"))
    make_participation(organisation=make_organisation("Elm"))
    viewer = make_viewer(Role.EXECUTIVE_VIEWER, of=partnership)
    assert [row.name for row in participations(viewer).rows] == ["Oak"]
    assert participation_choices(viewer) == [(mine.slug, "Oak", mine.organisation_id)]


def test_one_as_known_there() -> None:
    sector = make_sector(kind=SectorKind.HEALTH, label="Trusts")
    duties = (DutyBasis.CONTRACT, DutyBasis.SECTION_11)
    place = make_participation(sector=sector, name="Oak Trust", contract="C7", duties=duties)
    make_unit(place.organisation, "Community services")
    seen = participation(make_viewer(of=sector.partnership), place.slug)
    assert (seen.name, seen.sector, seen.sector_key, seen.sector_kind, seen.contract) == (
        "Oak Trust",
        "Trusts",
        "health",
        SectorKind.HEALTH,
        "C7",
    )
    assert seen.duties == duties
    assert seen.duty_words == ("Contract", "Section 11, Children Act 2004")
    assert [unit.name for unit in seen.units] == ["Whole organisation", "Community services"]


def test_foreign_and_absent_look_the_same() -> None:
    place = make_participation()
    viewer = make_viewer()
    for slug in (place.slug, "nowhere"):
        with pytest.raises(Absent):
            participation(viewer, slug)


@pytest.mark.parametrize("role", sorted(UNIT_ROLES))
def test_an_organisations_people_see_none_of_it(role: Role) -> None:
    place = make_participation()
    viewer = make_viewer(role, of=place.organisation)
    with pytest.raises(Absent):
        participation(viewer, place.slug)
    with pytest.raises(Absent):
        participations(viewer)
    with pytest.raises(Absent):
        participation_choices(viewer)
