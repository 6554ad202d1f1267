import pytest

from section11.directory.queries.records import partnership_record
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.viewer import system_viewer
from tests.factories.directory import make_participation, make_partnership, make_sector, make_unit, make_viewer

pytestmark = pytest.mark.django_db


def test_a_partnership_is_told_with_its_sectors_and_organisations() -> None:
    here = make_partnership("Riverside")
    sector = make_sector(here, label="Our schools")
    oak = make_participation(here, sector=sector, slug="oak", name="Oak  School")
    make_unit(oak.organisation, "North", slug="north")
    make_participation(make_partnership())

    record = partnership_record(system_viewer("test"), "riverside")

    assert record is not None
    assert (record.id, record.name, record.kind) == (here.pk, "Riverside", "children")
    assert {key: (one.label, one.kind) for key, one in record.sectors.items()} == {"school": ("Our schools", "school")}
    assert {slug: (one.name, dict(one.units)) for slug, one in record.organisations.items()} == {"oak": ("Oak  School", {"north": "North"})}
    assert record.slug_by_name == {"oakschool": "oak"}


def test_only_its_officers_and_the_product_may_read_it() -> None:
    here = make_partnership("Riverside")
    assert partnership_record(make_viewer(Role.OFFICER, of=here), "riverside") is not None
    strangers = [make_viewer(Role.OFFICER), make_viewer(Role.RETURN_LEAD)]
    for viewer in [*strangers, *(make_viewer(role, of=here) for role in PARTNERSHIP_ROLES - {Role.OFFICER})]:
        assert partnership_record(viewer, "riverside") is None
    assert (
        partnership_record(system_viewer("test", partnership_id=make_partnership().pk, roles=frozenset({Role.OFFICER})), "riverside")
        is None
    )
    assert partnership_record(system_viewer("test"), "nowhere") is None
