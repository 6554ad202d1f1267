from datetime import datetime

import pytest

from section11.directory.models import Organisation, Participation, Unit
from section11.directory.operations.import_participations import BroughtOrganisation, import_participations
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.directory import make_organisation, make_participation, make_partnership, make_sector, make_viewer

pytestmark = pytest.mark.django_db
OAK = BroughtOrganisation("oak", "Oak Surgery", "school", ("contract", "choice"), (("north", "North"),))


def test_organisations_come_in_with_their_units_and_duties(at: datetime) -> None:
    partnership = make_sector().partnership
    places = import_participations(make_viewer(of=partnership), [OAK, BroughtOrganisation("elm", "Elm", "school", (), ())], at=at)

    assert set(places) == {("oak", ""), ("oak", "north"), ("elm", "")}
    oak = Participation.objects.get(slug="oak")
    assert (oak.name, oak.same_name, oak.sector.key, oak.partnership) == ("Oak Surgery", "oaksurgery", "school", partnership)
    assert list(oak.duties.values_list("basis", flat=True)) == ["contract", "choice"]
    place = places["oak", "north"]
    assert (place.participation_id, Unit.objects.get(pk=place.unit_id).name) == (oak.pk, "North")


def test_one_already_here_keeps_what_it_has_and_gains_the_unit(at: datetime) -> None:
    partnership = make_sector().partnership
    here = make_participation(partnership, slug="oak", name="The Oak Surgery")
    places = import_participations(make_viewer(of=partnership), [OAK], at=at)
    here.refresh_from_db()
    assert here.name == "The Oak Surgery"
    assert places["oak", "north"].participation_id == here.pk
    assert Organisation.objects.count() == 1


def test_a_neighbours_organisation_of_that_slug_is_another_one(at: datetime) -> None:
    theirs = make_participation(make_partnership(), make_organisation("Oak", slug="oak"), slug="oak")
    ours = make_sector().partnership
    import_participations(make_viewer(of=ours), [OAK], at=at)
    made = Participation.objects.get(partnership=ours)
    assert made.organisation != theirs.organisation
    assert made.organisation.slug == "oak-2"


def test_only_officers_may(at: datetime) -> None:
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER, Role.RETURN_LEAD):
        with pytest.raises(Absent):
            import_participations(make_viewer(role), [OAK], at=at)
