from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.vocabulary import Role
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.evidence.queries import evidence_file, evidence_of_unit
from section11.lib.errors import Absent
from tests.factories.directory import make_organisation, make_viewer, whole_unit
from tests.factories.evidence import make_file, make_reference
from tests.people import let_in, strangers_to

pytestmark = pytest.mark.django_db


def test_it_leaves_the_list_and_its_file_stays_for_the_submissions_that_cite_it(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    item, other = make_file(lead, unit.pk), make_reference(lead, unit.pk)
    remove_evidence(lead, item.pk, at=at)
    item.refresh_from_db()
    assert item.removed_at == at
    assert [e.item_id for e in evidence_of_unit(lead, unit.pk)] == [other.pk]
    with evidence_file(lead, item.pk)[2] as stored:
        assert stored.read()


def test_it_is_told_once_in_the_organisation(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    item = make_reference(lead, unit.pk)
    remove_evidence(lead, item.pk, at=at)
    with pytest.raises(Absent):
        remove_evidence(lead, item.pk, at=at)
    told = ActivityEvent.objects.get(verb="removed-evidence")
    assert (told.stream.ref, told.subject, told.actor) == (f"organisation:{unit.organisation_id}", item.ref, lead.person_ref)
    assert told.details == {}


def test_leads_of_the_unit_may(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    item = make_reference(lead, unit.pk)
    people = {
        "lead": lead,
        "contributor": make_viewer(Role.CONTRIBUTOR, of=unit),
        "signatory": make_viewer(Role.SIGNATORY, of=unit),
        **strangers_to(unit),
    }
    assert let_in(people, lambda who: remove_evidence(who, item.pk, at=at)) == {"lead"}


def test_what_is_not_there_is_absent(at: datetime) -> None:
    with pytest.raises(Absent):
        remove_evidence(make_viewer(Role.RETURN_LEAD), 4711, at=at)
