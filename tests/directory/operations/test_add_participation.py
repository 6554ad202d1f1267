from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Organisation, Participation, Partnership
from section11.directory.operations.add_participation import add_participation
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer, system_viewer
from tests.factories.directory import make_organisation, make_participation, make_partnership, make_sector, make_viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership() -> Partnership:
    return make_sector(make_partnership()).partnership


@pytest.fixture
def officer(partnership: Partnership) -> Viewer:
    return make_viewer(of=partnership)


def test_an_officer_takes_an_organisation_in(officer: Viewer, partnership: Partnership, at: datetime) -> None:
    taken = add_participation(
        officer,
        name=" Oak  Surgery ",
        sector_key="school",
        duties=["contract", "section-11", "contract"],
        contract="C7",
        extra={"a": 1},
        at=at,
    )
    place = taken.participation
    assert taken.made
    assert taken.unit.is_whole
    assert (place.name, place.slug, place.same_name, place.contract, place.joined_at) == (
        "Oak Surgery",
        "oak-surgery",
        "oaksurgery",
        "C7",
        at,
    )
    assert (place.partnership, place.organisation, place.extra) == (partnership, taken.unit.organisation, {"a": 1})
    assert list(place.duties.values_list("basis", flat=True)) == ["contract", "section-11"]
    event = ActivityEvent.objects.get()
    assert (event.stream.ref, event.verb) == (partnership.ref, "participation-added")


def test_the_product_itself_may(partnership: Partnership, at: datetime) -> None:
    viewer = system_viewer("import", partnership_id=partnership.pk, roles=frozenset({Role.OFFICER}))
    assert add_participation(viewer, name="Oak", sector_key="school", at=at).made


@pytest.mark.parametrize("again", ["Oak Surgery", "OAK SURGERY", "oaksurgery", " Oak   surgery"])
def test_names_meet_without_regard_to_case_and_spaces(officer: Viewer, again: str, at: datetime) -> None:
    first = add_participation(officer, name="Oak Surgery", sector_key="school", duties=["contract"], at=at)
    second = add_participation(officer, name=again, sector_key="school", duties=["choice"], contract="other", at=at)
    assert not second.made
    assert (second.participation, second.unit) == (first.participation, first.unit)
    assert second.participation.contract == ""
    assert list(second.participation.duties.values_list("basis", flat=True)) == ["contract"]


def test_never_an_organisation_of_another_partnership(officer: Viewer, at: datetime) -> None:
    elsewhere = make_participation(organisation=make_organisation("Oak Surgery"))
    taken = add_participation(officer, name="Oak Surgery", sector_key="school", at=at)
    assert taken.made
    assert taken.participation.organisation != elsewhere.organisation
    assert (taken.participation.slug, taken.participation.organisation.slug) == ("oak-surgery", "oak-surgery-2")


def test_two_names_with_one_address_get_two_addresses(officer: Viewer, at: datetime) -> None:
    slugs = [
        add_participation(officer, name=name, sector_key="school", at=at).participation.slug for name in ("St Oak's", "St Oak s", "!", "?")
    ]
    assert slugs == ["st-oak-s", "st-oak-s-2", "x", "x-2"]


def test_a_unit_is_found_or_added_by_name(officer: Viewer, at: datetime) -> None:
    whole = add_participation(officer, name="Riverside Council", sector_key="school", at=at)
    housing = add_participation(officer, name="Riverside Council", sector_key="school", unit_name="Housing", at=at)
    again = add_participation(officer, name="riverside council", sector_key="school", unit_name="HOUSING ", at=at)
    assert (housing.unit.name, housing.unit.slug) == ("Housing", "housing")
    assert housing.unit == again.unit
    assert housing.participation == whole.participation
    assert whole.participation.organisation.units.count() == 2


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES - {Role.OFFICER}))
def test_others_take_nobody_in(role: Role, partnership: Partnership, at: datetime) -> None:
    with pytest.raises(Absent):
        add_participation(make_viewer(role, of=partnership), name="Oak", sector_key="school", at=at)


def test_nor_does_a_lead(at: datetime) -> None:
    with pytest.raises(Absent):
        add_participation(make_viewer(Role.RETURN_LEAD), name="Oak", sector_key="school", at=at)


def test_what_is_wrong_is_said_all_at_once_and_nothing_is_kept(officer: Viewer, at: datetime) -> None:
    make_sector(make_partnership(), key="theirs")
    with pytest.raises(Refused) as told:
        add_participation(officer, name=" ", sector_key="theirs", duties=["x"], contract="c" * 201, unit_name="u" * 201, at=at)
    assert set(told.value.problems) == {"name", "sector", "duties", "contract", "unit"}
    assert not Participation.objects.exists()
    assert not Organisation.objects.exists()
