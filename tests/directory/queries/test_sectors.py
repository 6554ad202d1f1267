import pytest

from section11.directory.queries.sectors import sectors
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent
from tests.factories.directory import make_sector, make_viewer

pytestmark = pytest.mark.django_db


def test_a_partnerships_own_in_its_order() -> None:
    first = make_sector(key="gp", kind=SectorKind.PRIMARY_CARE, label="GPs", order=2)
    make_sector(first.partnership, order=1)
    make_sector()
    found = sectors(make_viewer(of=first.partnership))
    assert [(one.key, one.label, one.kind_words) for one in found] == [("school", "School", "School"), ("gp", "GPs", "Primary care")]


def test_an_organisation_has_none() -> None:
    with pytest.raises(Absent):
        sectors(make_viewer(Role.RETURN_LEAD))
