"""Every move of a support conversation and of a follow-up from every state: those in the table are made, the others refused."""

from collections.abc import Callable

import pytest

from section11.challenge.models import FollowUp, SupportConversation
from section11.challenge.operations.acknowledge_follow_up import acknowledge_follow_up
from section11.challenge.operations.agree_support import agree_support
from section11.challenge.operations.close_follow_up import close_follow_up
from section11.challenge.operations.close_support import close_support
from section11.challenge.operations.log_support import log_support
from section11.challenge.rules.transitions import MOVES, can, state_after
from section11.challenge.vocabulary import FollowUpState, SupportState
from section11.lib.errors import Conflict, Refused
from tests.factories.follow_up import DAY, make_follow_up, make_support, weak_return
from tests.factories.returns import AT, Opened

pytestmark = pytest.mark.django_db


def where(opened: Opened) -> tuple:
    return opened.officer, opened.cycle.slug, opened.invitation.pk


SUPPORT: dict[str, Callable[[Opened], None]] = {
    "agree_support": lambda o: agree_support(*where(o), agreed_for=DAY, with_whom="Ann", version=1, at=AT),
    "log_support": lambda o: log_support(*where(o), said="Training first.", version=1, at=AT),
    "close_support": lambda o: close_support(*where(o), outcome="Settled.", version=1, at=AT),
}
FOLLOW_UP: dict[str, Callable[[Opened, int], None]] = {
    "acknowledge_follow_up": lambda o, key: acknowledge_follow_up(o.officer, key, at=AT),
    "close_follow_up": lambda o, key: close_follow_up(o.officer, key, outcome="Settled.", version=1, at=AT),
}


def test_every_move_has_its_act() -> None:
    assert set(SUPPORT) == set(MOVES["support"])
    assert set(FOLLOW_UP) == set(MOVES["follow-up"])


@pytest.mark.parametrize("state", list(SupportState))
@pytest.mark.parametrize("verb", list(SUPPORT))
def test_a_conversation_moves_where_the_table_allows_it_and_nowhere_else(verb: str, state: SupportState) -> None:
    opened, _ = weak_return("1.1")
    row = make_support(opened)
    SupportConversation.objects.update(state=state)
    if can("support", verb, state):
        SUPPORT[verb](opened)
    else:
        with pytest.raises(Refused):
            SUPPORT[verb](opened)
    row.refresh_from_db()
    assert row.state == (state_after("support", verb) if can("support", verb, state) else state)


@pytest.mark.parametrize("state", list(FollowUpState))
@pytest.mark.parametrize("verb", list(FOLLOW_UP))
def test_a_follow_up_moves_where_the_table_allows_it_and_nowhere_else(verb: str, state: FollowUpState) -> None:
    opened, _ = weak_return("1.1")
    row = make_follow_up(opened)
    FollowUp.objects.update(state=state)
    if can("follow-up", verb, state):
        FOLLOW_UP[verb](opened, row.pk)
    else:
        with pytest.raises((Refused, Conflict)):
            FOLLOW_UP[verb](opened, row.pk)
    row.refresh_from_db()
    assert row.state == (state_after("follow-up", verb) if can("follow-up", verb, state) else state)
