"""Lists that a person reads hold the rows of where they are, and nobody else's: not of another unit, organisation or colleague."""

import pytest

from section11.challenge.operations.agree_level import agree_level
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.queries.agreed_levels import agreed_levels
from section11.challenge.queries.good_practice import own_practice
from section11.challenge.queries.opinions import opinions
from section11.challenge.queries.own_challenges import challenge_counts
from section11.challenge.queries.recommendations import given_recommendations
from section11.directory.models import Person
from section11.directory.queries import viewer_in_organisation
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from tests.factories.directory import make_membership, make_viewer
from tests.factories.returns import AT, partnership_viewer
from tests.factories.world import Place, make_place, other_unit_lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return make_place()


def there(person: Person, place: Place) -> Viewer:
    """That person at the address of the place's organisation."""
    viewer = viewer_in_organisation(person, place.opened.unit.organisation.slug)
    assert viewer is not None
    return viewer


def leads_both(place: Place, other: Place) -> Viewer:
    """Somebody who leads in two organisations, at the address of the first."""
    person = Person.objects.get(pk=place.opened.lead.person_id)
    make_membership(person, Role.RETURN_LEAD, of=other.opened.unit)
    return there(person, place)


def told(viewer: Viewer) -> tuple[set[int], set[int]]:
    """The pieces of good practice and the recommendations that a viewer is shown."""
    practice, recommended = own_practice(viewer), given_recommendations(viewer)
    return {one.practice_id for one in practice}, {one.recommendation_id for one in recommended}


def test_who_leads_in_two_organisations_sees_those_of_the_one_where_they_are(place: Place) -> None:
    other = make_place()
    assert told(leads_both(place, other)) == ({place.parts["asked"]}, {place.parts["given"]})


def test_another_unit_of_the_organisation_sees_none(place: Place) -> None:
    assert told(there(other_unit_lead(place), place)) == (set(), set())


def test_what_waits_on_returns_is_counted_for_who_sees_them(place: Place) -> None:
    other = make_place()
    assert set(challenge_counts(place.opened.lead)) == {place.opened.return_id}
    assert set(challenge_counts(leads_both(place, other))) == {place.opened.return_id}
    assert challenge_counts(there(other_unit_lead(place), place)) == {}


def test_agreed_levels_are_told_where_the_return_is_and_to_who_receives_it(place: Place) -> None:
    other = make_place()
    for one in (place, other):
        agree_level(one.opened.officer, one.parts["reference"], "1.1", "partial", "Seen on the day", version=0, at=AT)
    asked = place.opened.invitation.pk
    assert set(agreed_levels(place.opened.lead, asked)) == set(agreed_levels(place.opened.officer, asked)) == {"1.1"}
    for elsewhere in (other.opened.officer, other.opened.lead, there(other_unit_lead(place), place), make_viewer()):
        assert agreed_levels(elsewhere, asked) == {}
    assert agreed_levels(leads_both(place, other), other.opened.invitation.pk) == {}


def test_a_scrutineers_draft_is_their_own(place: Place) -> None:
    first, second = (partnership_viewer(place.opened, Role.SCRUTINEER) for _ in range(2))
    save_opinion(first, place.parts["cycle"], "Half a thought", version=0, at=AT)
    mine, theirs = opinions(first, place.parts["cycle"]).draft, opinions(second, place.parts["cycle"]).draft
    assert (mine.text, theirs.text) == ("Half a thought", "")
    assert opinions(place.opened.officer, place.parts["cycle"]).draft is None
