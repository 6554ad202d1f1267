import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Person
from section11.directory.operations.clear_bounce import clear_bounce
from section11.directory.queries.bounced import bounced_people
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_membership, make_participation, make_partnership, make_viewer

pytestmark = pytest.mark.django_db


def test_an_officer_says_that_an_address_works_again(at):
    participation = make_participation()
    officer = make_viewer(of=participation.partnership)
    lead = make_membership(role=Role.RETURN_LEAD, of=participation.organisation, is_deputy=True).person
    colleague = make_membership(role=Role.REVIEWER, of=participation.partnership).person
    Person.objects.filter(pk__in=[lead.pk, colleague.pk]).update(bounced_at=at)
    rows = {row.person_id: row.places for row in bounced_people(officer).rows}
    assert rows == {
        lead.pk: ((participation.name, participation.slug, "Return lead (deputy)"),),
        colleague.pk: (("", "", "Reviewer"),),
    }
    clear_bounce(officer, lead.pk, at=at)
    assert [row.person_id for row in bounced_people(officer).rows] == [colleague.pk]
    event = ActivityEvent.objects.get(verb="bounce-cleared")
    assert (event.stream.ref, event.subject) == (participation.partnership.ref, lead.ref)
    with pytest.raises(Refused):
        clear_bounce(officer, lead.pk, at=at)


def test_not_of_people_whom_the_partnership_does_not_see(at):
    officer = make_viewer()
    elsewhere = make_membership(role=Role.RETURN_LEAD, of=make_participation().organisation).person
    gone = make_membership(role=Role.REVIEWER, of=make_partnership(), ended_at=at).person
    Person.objects.filter(pk__in=[elsewhere.pk, gone.pk]).update(bounced_at=at)
    assert bounced_people(officer).rows == []
    for person in (elsewhere, gone):
        with pytest.raises(Refused):
            clear_bounce(officer, person.pk, at=at)
        person.refresh_from_db()
        assert person.bounced_at == at


def test_only_officers(at):
    viewer = make_viewer(Role.REVIEWER)
    with pytest.raises(Absent):
        clear_bounce(viewer, viewer.person_id, at=at)
