from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Participation
from section11.directory.operations.edit_participation import edit_participation
from section11.directory.vocabulary import DutyBasis, Role, SectorKind
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.directory import make_organisation, make_participation, make_partnership, make_sector, make_viewer

pytestmark = pytest.mark.django_db


def test_an_officer_corrects_how_an_organisation_is_known_here(at: datetime) -> None:
    place = make_participation(organisation=make_organisation("Oak Surgry"), duties=(DutyBasis.SECTION_11, DutyBasis.CHOICE))
    make_sector(place.partnership, SectorKind.HEALTH)
    viewer = make_viewer(of=place.partnership)
    edit_participation(
        viewer, place.slug, name="Oak  Surgery", sector_key="health", duties=["contract", "section-11"], contract="C7", version=1, at=at
    )
    now = Participation.objects.get(pk=place.pk)
    assert (now.name, now.same_name, now.sector.key, now.contract, now.slug) == ("Oak Surgery", "oaksurgery", "health", "C7", place.slug)
    assert list(now.duties.values_list("basis", flat=True)) == ["contract", "section-11"]
    assert ActivityEvent.objects.get().details == {"sector": "health", "duties": ["contract", "section-11"], "renamed": True}


def test_two_organisations_of_one_name_are_refused(at: datetime) -> None:
    place = make_participation()
    other = make_participation(place.partnership, make_organisation("Elm School"))
    with pytest.raises(Refused) as told:
        edit_participation(
            make_viewer(of=place.partnership), place.slug, name="ELMSCHOOL", sector_key=place.sector.key, duties=[], version=1, at=at
        )
    assert set(told.value.problems) == {"name"}
    assert Participation.objects.get(pk=other.pk).name == "Elm School"


def test_the_same_name_in_another_partnership_is_nothing_to_us(at: datetime) -> None:
    make_participation(organisation=make_organisation("Elm School"))
    place = make_participation()
    edit_participation(
        make_viewer(of=place.partnership), place.slug, name="Elm School", sector_key=place.sector.key, duties=[], version=1, at=at
    )
    assert Participation.objects.get(pk=place.pk).name == "Elm School"


def test_what_is_wrong_is_said_all_at_once(at: datetime) -> None:
    place = make_participation()
    make_sector(make_partnership(), key="theirs")
    with pytest.raises(Refused) as told:
        edit_participation(
            make_viewer(of=place.partnership), place.slug, name="", sector_key="theirs", duties=["x"], contract="c" * 201, version=1, at=at
        )
    assert set(told.value.problems) == {"name", "sector", "duties", "contract"}


def test_foreign_and_absent_look_the_same(at: datetime) -> None:
    place = make_participation()
    viewers = (make_viewer(), make_viewer(Role.REVIEWER, of=place.partnership), make_viewer(Role.RETURN_LEAD, of=place.organisation))
    for viewer in viewers:
        for slug in (place.slug, "nowhere"):
            with pytest.raises(Absent):
                edit_participation(viewer, slug, name="Oak", sector_key=place.sector.key, duties=[], version=1, at=at)


def test_who_was_slower_is_shown_both_texts_and_changes_nothing(at: datetime) -> None:
    place = make_participation(organisation=make_organisation("Oak Surgery"), duties=(DutyBasis.SECTION_11,))
    faster, slower = make_viewer(of=place.partnership), make_viewer(of=place.partnership)

    def edit(viewer: Viewer, name: str, duties: list[str], version: int) -> None:
        edit_participation(viewer, place.slug, name=name, sector_key=place.sector.key, duties=duties, version=version, at=at)

    edit(faster, "Oak House Surgery", ["contract"], 1)
    edit(slower, "Oak House Surgery", ["contract"], 1)  # says the same: nothing is lost by it
    with pytest.raises(Conflict) as told:
        edit(slower, "Oak Street Surgery", ["contract"], 1)
    assert told.value.theirs == {"name": "Oak House Surgery"}
    assert told.value.mine == {"name": "Oak Street Surgery"}
    assert Participation.objects.get(pk=place.pk).name == "Oak House Surgery"
    edit(slower, "Oak Street Surgery", ["contract"], told.value.version)
    assert Participation.objects.get(pk=place.pk).name == "Oak Street Surgery"
