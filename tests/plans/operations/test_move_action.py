"""Every move from every state: those of the table go through, every other one is refused and changes nothing."""

import pytest

from section11.lib.errors import Absent, Refused
from section11.plans.models import Action, ActionUpdate
from section11.plans.operations.move_action import move_action
from section11.plans.rules.transitions import MOVES
from section11.plans.vocabulary import ActionState
from tests.factories.plans import followed_action
from tests.factories.returns import AT
from tests.plans.acts import ACTS, who_may

pytestmark = pytest.mark.django_db


def test_the_table_knows_every_move_there_is() -> None:
    assert set(ACTS) == set(MOVES)


@pytest.mark.parametrize("state", list(ActionState))
@pytest.mark.parametrize("verb", list(MOVES))
def test_an_action_moves_as_the_table_says_and_no_other_way(verb: str, state: ActionState) -> None:
    followed = followed_action()
    Action.objects.filter(pk=followed.action_id).update(state=state)
    before, after = MOVES[verb]
    if state in before:
        ACTS[verb](who_may(followed, verb), followed.action)
        assert followed.action.state == (after or state)
        return
    with pytest.raises((Refused, Absent)):  # to its organisation a dropped one is not there
        ACTS[verb](who_may(followed, verb), followed.action)
    assert (followed.action.state, followed.action.version, ActionUpdate.objects.count()) == (state, 1, 0)


def test_what_is_not_there_is_absent() -> None:
    followed = followed_action()
    with pytest.raises(Absent):
        move_action(followed.opened.lead, 987_654_321, "finish_action", version=1, at=AT)
