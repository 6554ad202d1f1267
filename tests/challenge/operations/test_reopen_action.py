import pytest

from section11.challenge.operations.confirm_action import confirm_action
from section11.challenge.operations.reopen_action import reopen_action
from section11.directory.models import Membership
from section11.lib.errors import Conflict, Refused
from tests.factories.plans import followed_action
from tests.factories.returns import AT
from tests.people import let_in
from tests.plans.acts import ACTS, log_of, people_around, streams_told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("confirmed", [False, True])
def test_it_is_open_again_with_the_reason(confirmed: bool) -> None:
    followed = followed_action(done=True)
    version = confirm_action(followed.opened.officer, followed.action_id, version=2, at=AT) if confirmed else 2
    reopen_action(followed.opened.officer, followed.action_id, " Two are missing ", version=version, at=AT)
    now = followed.action
    assert (now.state, now.reopened_reason, now.done_at, now.confirmed_at) == ("open", "Two are missing", None, None)
    assert log_of(now.pk)[-1] == ("reopened", "open", "Two are missing")
    assert streams_told("reopened-action") == [followed.opened.organisation_stream, followed.opened.partnership_stream]


@pytest.mark.parametrize("reason", ["", " ", "x" * 5001])
def test_it_wants_a_reason(reason: str) -> None:
    followed = followed_action(done=True)
    with pytest.raises(Refused) as told:
        reopen_action(followed.opened.officer, followed.action_id, reason, version=2, at=AT)
    assert set(told.value.problems) == {"reason"}


def test_of_two_officers_the_second_is_shown_what_stands() -> None:
    followed = followed_action(done=True)
    confirm_action(followed.opened.officer, followed.action_id, version=2, at=AT)
    with pytest.raises(Conflict) as told:
        reopen_action(followed.opened.officer, followed.action_id, "Two are missing", version=2, at=AT)
    assert told.value.mine == {"reason": "Two are missing"}


def test_who_belongs_to_the_organisation_leaves_it_to_a_colleague() -> None:
    followed = followed_action(done=True)
    Membership.objects.filter(person_id=followed.opened.officer.person_id).update(home_organisation=followed.opened.unit.organisation)
    with pytest.raises(Refused, match="so a colleague must do this"):
        reopen_action(followed.opened.officer, followed.action_id, "No", version=2, at=AT)


def test_officers_of_a_partnership_that_follows_it_may() -> None:
    followed = followed_action(done=True)
    assert let_in(people_around(followed), lambda who: ACTS["reopen_action"](who, followed.action)) == {"officer of the partnership"}
