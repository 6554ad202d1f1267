import pytest

from section11.challenge.operations.confirm_action import confirm_action
from section11.directory.models import Membership
from section11.lib.errors import Conflict, Refused
from section11.plans.operations.finish_action import finish_action
from section11.plans.operations.resume_action import resume_action
from section11.plans.rules.updates import DoneText
from tests.factories.plans import followed_action
from tests.factories.returns import AT
from tests.people import let_in
from tests.plans.acts import ACTS, log_of, people_around, streams_told

pytestmark = pytest.mark.django_db


def test_it_is_done_for_good_and_the_organisation_is_told() -> None:
    followed = followed_action(done=True)
    officer = followed.opened.officer
    assert confirm_action(officer, followed.action_id, note=" Well done ", version=2, at=AT) == 3
    now = followed.action
    assert (now.state, now.confirmed_at, now.confirmed_by_name) == ("confirmed", AT, officer.name)
    assert log_of(now.pk)[-1] == ("confirmed", "confirmed", "Well done")
    assert streams_told("confirmed-action") == [followed.opened.organisation_stream, followed.opened.partnership_stream]


def test_nobody_confirms_what_they_have_not_read() -> None:
    followed = followed_action(done=True)
    lead = followed.opened.lead
    resume_action(lead, followed.action_id, version=2, at=AT)
    finish_action(lead, followed.action_id, DoneText("Half of it", "Nobody yet"), version=3, at=AT)
    with pytest.raises(Conflict) as told:
        confirm_action(followed.opened.officer, followed.action_id, note="Fine", version=2, at=AT)
    assert (told.value.version, told.value.mine) == (4, {"note": "Fine"})
    assert "Half of it" in told.value.theirs["done"]
    assert followed.action.state == "done"


def test_a_note_has_an_end() -> None:
    followed = followed_action(done=True)
    with pytest.raises(Refused):
        confirm_action(followed.opened.officer, followed.action_id, note="x" * 5001, version=2, at=AT)


def test_who_belongs_to_the_organisation_leaves_it_to_a_colleague() -> None:
    followed = followed_action(done=True)
    Membership.objects.filter(person_id=followed.opened.officer.person_id).update(home_organisation=followed.opened.unit.organisation)
    with pytest.raises(Refused, match="so a colleague must do this"):
        confirm_action(followed.opened.officer, followed.action_id, version=2, at=AT)
    assert followed.action.state == "done"


def test_officers_of_a_partnership_that_follows_it_may() -> None:
    followed = followed_action(done=True)
    assert let_in(people_around(followed), lambda who: ACTS["confirm_action"](who, followed.action)) == {"officer of the partnership"}
