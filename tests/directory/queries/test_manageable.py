import pytest

from section11.directory.models import Person
from section11.directory.queries.manageable import acts_as_officer, manageable_membership, manageable_unit, officers_partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.directory import make_membership, make_organisation, make_participation, make_unit, make_viewer, whole_unit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_only_officers_act_as_officers(role: Role) -> None:
    viewer = make_viewer(role)
    assert acts_as_officer(viewer) is (role is Role.OFFICER)
    if role is Role.OFFICER:
        assert officers_partnership(viewer) == viewer.partnership_id
    else:
        with pytest.raises(Absent):
            officers_partnership(viewer)


def test_an_officers_role_counts_only_in_a_partnership() -> None:
    organisation = make_organisation()
    odd = Viewer(person_id=1, person_ref="person:x", name="x", organisation_id=organisation.pk, roles=frozenset({Role.OFFICER}))
    assert not acts_as_officer(odd)
    with pytest.raises(Absent):
        manageable_unit(odd, whole_unit(organisation).pk)


def test_a_place_is_given_to_who_manages_it() -> None:
    place = make_participation()
    unit = whole_unit(place.organisation)
    lead = make_viewer(Role.RETURN_LEAD, of=place.organisation)
    officer = make_viewer(of=place.partnership)
    for viewer in (lead, officer):
        assert manageable_unit(viewer, unit.pk) == unit
    held = make_membership(role=Role.REVIEWER, of=place.partnership)
    assert manageable_membership(officer, held.pk) == held
    with pytest.raises(Absent):
        manageable_membership(lead, held.pk)


def test_who_leads_manages_the_units_they_lead_and_only_at_their_own_address() -> None:
    organisation, elsewhere = make_organisation(), make_organisation()
    ours, other = make_unit(organisation), make_unit(organisation)
    make_membership(role=Role.RETURN_LEAD, of=other)
    viewer = make_viewer(Role.RETURN_LEAD, of=ours)
    make_membership(Person.objects.get(pk=viewer.person_id), Role.RETURN_LEAD, of=elsewhere)
    assert manageable_unit(viewer, ours.pk) == ours
    for unit in (other, whole_unit(organisation), whole_unit(elsewhere)):
        with pytest.raises(Absent):
            manageable_unit(viewer, unit.pk)
