import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership, SectorLead
from section11.directory.operations.change_role import change_role
from section11.directory.operations.end_membership import end_membership
from section11.directory.operations.set_sector_lead import set_sector_lead
from section11.directory.queries.sector_leads import may_lead, sector_leads
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_membership, make_partnership, make_person, make_sector, make_viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def sector():
    return make_sector(make_partnership())


@pytest.fixture
def officer(sector):
    return make_viewer(of=sector.partnership)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.EXECUTIVE_VIEWER])
def test_a_colleague_is_named_changed_and_taken_back(at, sector, officer, role):
    first, second = (make_membership(role=role, of=sector.partnership).person for _ in range(2))
    for person in (first, second, second):
        set_sector_lead(officer, sector.pk, person_id=person.pk, at=at)
    [row] = sector_leads(officer)
    assert (row.lead.person_id, row.lead.since) == (second.pk, at)
    set_sector_lead(officer, sector.pk, person_id=None, at=at)
    set_sector_lead(officer, sector.pk, person_id=None, at=at)
    assert sector_leads(officer)[0].lead is None
    events = ActivityEvent.objects.filter(verb="sector-lead-set").order_by("number")
    assert [event.details for event in events] == [
        {"from": None, "to": first.ref},
        {"from": first.ref, "to": second.ref},
        {"from": second.ref, "to": None},
    ]


def test_who_has_no_such_role_there_cannot_be_named(at, sector, officer):
    people = [
        make_person(),
        make_membership(role=Role.SCRUTINEER, of=sector.partnership).person,
        make_membership(role=Role.EXECUTIVE_VIEWER).person,
        make_membership(role=Role.REVIEWER, of=sector.partnership, ended_at=at).person,
    ]
    for person in people:
        with pytest.raises(Refused):
            set_sector_lead(officer, sector.pk, person_id=person.pk, at=at)
    assert {one.person_id for one in may_lead(officer)} == {officer.person_id}


def test_it_ends_with_the_last_role_there(at, sector, officer):
    held = make_membership(role=Role.EXECUTIVE_VIEWER, of=sector.partnership)
    other = make_membership(held.person, Role.REVIEWER, of=sector.partnership)
    set_sector_lead(officer, sector.pk, person_id=held.person_id, at=at)
    end_membership(officer, held.pk, at=at)
    assert SectorLead.objects.exists()
    changed = change_role(officer, other.pk, role=Role.EXECUTIVE_VIEWER, at=at)
    assert SectorLead.objects.exists()
    change_role(officer, changed.pk, role=Role.SCRUTINEER, at=at)
    assert not SectorLead.objects.exists()


def test_who_lost_the_role_in_another_way_leads_no_more(at, sector, officer):
    held = make_membership(role=Role.EXECUTIVE_VIEWER, of=sector.partnership)
    set_sector_lead(officer, sector.pk, person_id=held.person_id, at=at)
    Membership.objects.filter(pk=held.pk).update(ended_at=at)
    assert sector_leads(officer)[0].lead is None


def test_only_officers_of_its_partnership(at, sector, officer):
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=sector.partnership), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            set_sector_lead(viewer, sector.pk, person_id=officer.person_id, at=at)
