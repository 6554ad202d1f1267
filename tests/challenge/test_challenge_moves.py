"""Every move of a challenge from every state: the ones in the table are made, the others refused."""

from collections.abc import Callable

import pytest

from section11.challenge.models import Challenge
from section11.challenge.operations.reply_to_challenge import reply_to_challenge
from section11.challenge.rules.transitions import MOVES, can, state_after
from section11.challenge.vocabulary import ChallengeState
from section11.lib.errors import Conflict
from tests.factories.challenge import answer, challenge_in, close, messages_of
from tests.factories.returns import AT, Opened, submitted_return

pytestmark = pytest.mark.django_db


def reply(opened: Opened, challenge: Challenge) -> None:
    """The officer's reply to a challenge as it stands."""
    reply_to_challenge(opened.officer, challenge.pk, "And?", seen=messages_of(challenge), at=AT)


ACTS: dict[str, Callable[[Opened, Challenge], None]] = {"answer_challenge": answer, "reply_to_challenge": reply, "close_challenge": close}


def test_every_move_has_its_act() -> None:
    assert set(ACTS) == set(MOVES["challenge"])


@pytest.mark.parametrize("state", list(ChallengeState))
@pytest.mark.parametrize("verb", list(ACTS))
def test_a_move_is_made_where_the_table_allows_it_and_nowhere_else(verb: str, state: ChallengeState) -> None:
    opened, reference = submitted_return()
    made = challenge_in(state, opened, reference)
    if can("challenge", verb, state):
        ACTS[verb](opened, made)
    else:
        with pytest.raises(Conflict):
            ACTS[verb](opened, made)
    made.refresh_from_db()
    assert made.state == (state_after("challenge", verb) if can("challenge", verb, state) else state)
