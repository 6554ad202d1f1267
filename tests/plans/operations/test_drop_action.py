from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.plans.operations.drop_action import drop_action
from section11.plans.queries import actions_of_unit
from tests.factories.directory import make_organisation, make_viewer, whole_unit
from tests.factories.plans import followed_action, make_action
from tests.people import let_in, strangers_to
from tests.plans.acts import log_of, streams_told

pytestmark = pytest.mark.django_db


def test_it_leaves_the_plan_once_and_the_organisation_reads_so(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    gone, stays = make_action(lead, unit.pk), make_action(lead, unit.pk)
    drop_action(lead, gone.pk, at=at)
    with pytest.raises(Absent):
        drop_action(lead, gone.pk, at=at)
    assert [a.action_id for a in actions_of_unit(lead, unit.pk)] == [stays.pk]
    gone.refresh_from_db()
    assert (gone.state, gone.updated_at, gone.updated_by_name) == ("dropped", at, lead.name)
    told = ActivityEvent.objects.get(verb="dropped-action")
    assert (told.stream.ref, told.subject, told.actor) == (f"organisation:{unit.organisation_id}", gone.ref, lead.person_ref)
    assert told.details == {"state": "dropped", "due": "2027-01-31", "rag": ""}


def test_leads_and_contributors_of_the_unit_may(at: datetime) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    made = make_action(lead, unit.pk)
    people = {
        "lead": lead,
        "contributor": make_viewer(Role.CONTRIBUTOR, of=unit),
        "signatory": make_viewer(Role.SIGNATORY, of=unit),
        **strangers_to(unit),
    }
    assert let_in(people, lambda who: drop_action(who, made.pk, at=at)) == {"lead", "contributor"}


def test_who_follows_it_is_told_why(at: datetime) -> None:
    followed = followed_action()
    lead = followed.opened.lead
    for reason in ("", "  ", "x" * 5001):
        with pytest.raises(Refused) as told:
            drop_action(lead, followed.action_id, reason=reason, at=at)
        assert set(told.value.problems) == {"reason"}
    drop_action(lead, followed.action_id, reason=" We closed the club ", at=at)
    assert log_of(followed.action_id) == [("dropped", "dropped", "We closed the club")]
    assert streams_told("dropped-action") == [followed.opened.organisation_stream, followed.opened.partnership_stream]
