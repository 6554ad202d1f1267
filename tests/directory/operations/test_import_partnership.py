from datetime import datetime

import pytest

from section11.directory.models import Partnership
from section11.directory.operations.import_partnership import BroughtSector, import_partnership
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer, system_viewer
from tests.factories.directory import make_partnership, make_sector, make_viewer

pytestmark = pytest.mark.django_db
SECTORS = [BroughtSector("gp", "GP practices", "primary-care", True), BroughtSector("school", "School", "school", False)]


def bring(viewer: Viewer, at: datetime) -> int:
    return import_partnership(viewer, slug="riverside", name=" Riverside  SCP", kind="joint", sectors=SECTORS, extra={"a": 1}, at=at)


def test_the_product_makes_a_partnership_exactly_as_the_file_tells_of_it(at: datetime) -> None:
    made = Partnership.objects.get(pk=bring(system_viewer("test"), at))
    assert (made.slug, made.name, made.kind, made.extra) == ("riverside", " Riverside  SCP", "joint", {"a": 1})
    assert list(made.sectors.values_list("key", "kind", "listed", "order")) == [
        ("gp", "primary-care", True, 0),
        ("school", "school", False, 1),
    ]


def test_an_officers_partnership_gains_the_sectors_it_lacks_and_keeps_the_rest(at: datetime) -> None:
    here = make_partnership(name="Own name", slug="own")
    make_sector(here, SectorKind.SCHOOL, label="Our schools")
    assert bring(make_viewer(Role.OFFICER, of=here), at) == here.pk
    here.refresh_from_db()
    assert (here.name, here.extra) == ("Own name", {})
    assert list(here.sectors.values_list("key", "label", "order")) == [("school", "Our schools", 0), ("gp", "GP practices", 1)]


def test_a_slug_that_was_taken_meanwhile_is_told(at: datetime) -> None:
    make_partnership(slug="riverside")
    with pytest.raises(Refused, match="there is a partnership riverside already"):
        bring(system_viewer("test"), at)


def test_nobody_else_may(at: datetime) -> None:
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER, Role.RETURN_LEAD):
        with pytest.raises(Absent):
            bring(make_viewer(role), at)
