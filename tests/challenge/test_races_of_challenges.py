"""Two people act on one challenge, or agree one level, at the same moment: one is taken, the other sees both."""

from collections.abc import Callable
from functools import partial

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import AgreedLevel, Challenge, ChallengeMessage
from section11.challenge.operations.agree_level import agree_level
from section11.challenge.operations.answer_challenge import answer_challenge
from section11.challenge.operations.close_challenge import LevelSeen, close_challenge
from section11.challenge.operations.raise_challenge import raise_challenge
from section11.challenge.operations.reply_to_challenge import reply_to_challenge
from section11.challenge.rules.typing import ChallengeText
from section11.challenge.vocabulary import ChallengeOutcome, ChallengeState
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from tests.factories.challenge import challenge_in, make_challenge, make_reviewer
from tests.factories.returns import AT, Opened, more_leads, sign, submitted_return
from tests.racing import failures, race

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 4


def reviewers(opened: Opened, count: int = MANY) -> list[Viewer]:
    return [make_reviewer(opened.cycle) for _ in range(count)]


def one_wins(ends: list[object]) -> None:
    """One was taken, all the others were told of it, nobody fell over."""
    assert failures(ends, Conflict) == []
    assert sum(isinstance(end, Conflict) for end in ends) == len(ends) - 1


def test_of_leads_who_answer_at_once_one_is_taken() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    leads = more_leads(opened, MANY)
    ends = race([partial(answer_challenge, who, opened.return_id, made.pk, f"By {who.name}", seen=1, at=AT) for who in leads])
    one_wins(ends)
    said = ChallengeMessage.objects.get(side="organisation")
    conflicts = [end for end in ends if isinstance(end, Conflict)]
    assert {end.theirs["text"] for end in conflicts} == {said.text}
    assert {end.mine["text"] for end in conflicts} == {f"By {who.name}" for who in leads} - {said.text}
    assert ActivityEvent.objects.filter(verb="answered-challenge").count() == 2  # one in each stream


def test_of_those_who_close_at_once_one_is_taken_and_its_level_with_it() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)

    def close(who: Viewer, level: str) -> None:
        agreed = LevelSeen(level, reference, 0)
        close_challenge(who, made.pk, outcome=ChallengeOutcome.LEVEL_AGREED, note=f"{level} by {who.name}", agreed=agreed, seen=2, at=AT)

    ends = race([partial(close, who, level) for who, level in zip(reviewers(opened), ("partial", "unmet") * 2, strict=True)])
    one_wins(ends)
    made.refresh_from_db()
    kept = AgreedLevel.objects.select_related("level").get()
    assert made.outcome_note == kept.reason == f"{kept.level.key} by {made.closed_by_name}"
    assert ActivityEvent.objects.filter(verb="closed-challenge").count() == 2


def test_an_answer_and_a_close_at_once_never_both_stand() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    acts: list[Callable[[], None]] = [
        partial(answer_challenge, opened.lead, opened.return_id, made.pk, "Here", seen=1, at=AT),
        partial(close_challenge, opened.officer, made.pk, outcome=ChallengeOutcome.LEVEL_STANDS, note="", seen=1, at=AT),
        partial(reply_to_challenge, reviewers(opened, 1)[0], made.pk, "And?", seen=1, at=AT),
    ]
    one_wins(race(acts))
    made.refresh_from_db()
    assert (made.state == ChallengeState.CLOSED) == (ChallengeMessage.objects.count() == 1)


@pytest.mark.parametrize("before", [0, 1])
def test_of_those_who_agree_a_level_at_once_one_is_taken(before: int) -> None:
    opened, reference = submitted_return()
    if before:
        agree_level(opened.officer, reference, "1.1", "partial", "At first", version=0, at=AT)
    people = reviewers(opened)
    ends = race([partial(agree_level, who, reference, "1.1", "unmet", f"By {who.name}", version=before, at=AT) for who in people])
    one_wins(ends)
    kept = AgreedLevel.objects.get()
    assert (kept.version, kept.reason) == (before + 1, f"By {kept.agreed_by_name}")
    assert all(end.theirs["reason"] == kept.reason for end in ends if isinstance(end, Conflict))


def test_challenges_raised_at_once_get_numbers_of_their_own_and_the_same_one_is_kept_once() -> None:
    opened, reference = submitted_return()
    people = reviewers(opened)
    acts = [partial(raise_challenge, who, reference, "statement:1.1", ChallengeText("question", "Why?"), at=AT) for who in people]
    same = [partial(raise_challenge, opened.officer, reference, "standard:2", ChallengeText("question", "Why?"), at=AT)] * 3
    ends = race([*acts, *same])
    assert failures(ends) == []
    assert len(set(ends[MANY:])) == 1
    assert sorted(Challenge.objects.values_list("number", flat=True)) == list(range(1, MANY + 2))


def test_a_level_agreed_while_a_later_submission_comes_in_is_agreed_on_one_of_them() -> None:
    opened, reference = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    sign(opened, at=AT)
    acts: list[Callable[[], object]] = [
        partial(submit_return, opened.lead, opened.return_id, at=AT),
        partial(agree_level, opened.officer, reference, "1.1", "partial", "Seen", version=0, at=AT),
        partial(raise_challenge, opened.officer, reference, "statement:1.1", ChallengeText("question", "Why?"), at=AT),
    ]
    ends = race(acts)
    assert failures(ends, Refused) == []
    assert isinstance(ends[0], str)  # the submission always comes in
    for end in ends[1:]:
        if isinstance(end, Refused):
            assert "no longer the submission that counts" in str(end)
