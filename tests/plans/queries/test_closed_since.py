from datetime import timedelta

import pytest

from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.plans.models import Action, ActionShare
from section11.plans.queries.closed_since import ActionsSince, actions_since, own_actions_since
from section11.plans.vocabulary import ActionState
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.plans import followed_action
from tests.factories.returns import AT, open_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
ONE_DONE = ActionsSince(done=1)


def test_an_action_done_since_it_was_told_of_is_closed(assert_queries: AssertQueries) -> None:
    followed = followed_action(done=True)
    for role in PARTNERSHIP_ROLES:
        viewer = make_viewer(role, of=followed.opened.cycle.partnership)
        with assert_queries(1):
            assert actions_since(viewer, followed.opened.cycle.pk) == {followed.opened.unit.pk: ONE_DONE}
    assert own_actions_since(followed.opened.lead, followed.opened.invitation.pk) == ONE_DONE


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (ActionState.OPEN, ActionsSince(still_open=1)),
        (ActionState.DONE, ActionsSince(done=1)),
        (ActionState.CONFIRMED, ActionsSince(confirmed=1)),
        (ActionState.DROPPED, ActionsSince(dropped=1)),
    ],
)
def test_each_state_is_counted_apart(state: ActionState, expected: ActionsSince) -> None:
    followed = followed_action()
    Action.objects.filter(pk=followed.action_id).update(state=state)
    assert actions_since(followed.opened.officer, followed.opened.cycle.pk) == {followed.opened.unit.pk: expected}
    assert expected.total == 1
    assert expected.closed == (state in (ActionState.DONE, ActionState.CONFIRMED))


def test_what_was_done_before_it_was_told_of_is_left_out() -> None:
    followed = followed_action(done=True)
    Action.objects.filter(pk=followed.action_id).update(done_at=AT - timedelta(days=30))
    assert actions_since(followed.opened.officer, followed.opened.cycle.pk) == {}


def test_it_is_of_one_audit_and_one_partnership_only() -> None:
    followed = followed_action(done=True)
    partnership = followed.opened.cycle.partnership
    other = open_return(participation=followed.opened.participation, unit=followed.opened.unit)
    assert actions_since(followed.opened.officer, other.cycle.pk) == {}
    assert actions_since(make_viewer(of=make_partnership()), followed.opened.cycle.pk) == {}
    assert ActionShare.objects.filter(invitation__cycle__partnership=partnership).count() == 1
    with pytest.raises(Absent):
        actions_since(followed.opened.lead, followed.opened.cycle.pk)
    assert own_actions_since(make_viewer(Role.RETURN_LEAD), followed.opened.invitation.pk) == ActionsSince()
