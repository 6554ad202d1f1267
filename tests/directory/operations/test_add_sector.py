from datetime import datetime

import pytest

from section11.directory.operations.add_sector import add_sector
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_sector, make_viewer

pytestmark = pytest.mark.django_db


def test_an_officer_adds_a_sector_at_the_end_of_the_list(at: datetime) -> None:
    first = make_sector()
    viewer = make_viewer(of=first.partnership)
    made = add_sector(viewer, key="gp", label=" GP  practices ", kind="primary-care", extra={"code": 7}, at=at)
    assert (made.label, made.sector_kind, made.order, made.listed, made.extra) == (
        "GP practices",
        SectorKind.PRIMARY_CARE,
        1,
        True,
        {"code": 7},
    )
    assert made.partnership == first.partnership


def test_one_already_there_gets_its_new_label_and_keeps_its_place(at: datetime) -> None:
    viewer = make_viewer()
    first = add_sector(viewer, key="gp", label="GPs", kind="primary-care", at=at)
    add_sector(viewer, key="trust", label="Trusts", kind="health", at=at)
    again = add_sector(viewer, key="gp", label="GP practices", kind="health", at=at)
    assert (again.pk, again.label, again.kind, again.order) == (first.pk, "GP practices", "health", 0)


def test_only_officers_do(at: datetime) -> None:
    for viewer in (make_viewer(Role.REVIEWER), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            add_sector(viewer, key="gp", label="GPs", kind="primary-care", at=at)


def test_what_is_wrong_is_said_all_at_once(at: datetime) -> None:
    with pytest.raises(Refused) as told:
        add_sector(make_viewer(), key="G P", label="", kind="village", at=at)
    assert set(told.value.problems) == {"key", "label", "kind"}
