"""Close a challenge with its outcome."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Challenge
from section11.challenge.operations.agree_level import agree_level
from section11.challenge.queries.latest import latest_of
from section11.challenge.queries.moving import Seen, challenge_of_partnership, check_as_seen, standard_ref_of, streams_of
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.queries.standing_levels import is_rated
from section11.challenge.rules.transitions import state_after, states_before
from section11.challenge.rules.typing import outcome_problems, outcomes_for
from section11.challenge.vocabulary import ChallengeOutcome
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


@dataclass(frozen=True, slots=True)
class LevelSeen:
    """The level to agree on closing; `reference` and `version` are of the submission and the agreed level that were seen."""

    level: str
    reference: str
    version: int


def close_challenge(
    viewer: Viewer, challenge_id: int, *, outcome: str, note: str, agreed: LevelSeen | None = None, seen: int, at: datetime
) -> None:
    """End a challenge and tell the organisation how: an officer or reviewer may, never about their own organisation.

    The outcome that another level was agreed keeps that level, too. `seen` is how many messages the thread had.
    """
    note = clean_text(note)
    with transaction.atomic():
        challenge = challenge_of_partnership(viewer, challenge_id)
        refuse_outside_remit(viewer, challenge.invitation_id, standard_ref_of(challenge))
        check_as_seen(challenge, "close_challenge", Seen(seen, {"note": note}))
        latest = latest_of(challenge.invitation_id)
        was_amended = latest is not None and latest.submission_id != challenge.submission_id
        problems = outcome_problems(outcome, note, outcomes_for(on_statement=challenge.statement is not None, was_amended=was_amended))
        if problems:
            raise Refused(problems)
        if outcome == ChallengeOutcome.LEVEL_AGREED and challenge.statement:
            ref = challenge.statement.ref
            if agreed is None:
                raise Refused({"level": "Choose the level that was agreed"})
            if latest is not None and is_rated(latest, ref, agreed.level):
                raise Refused({"level": "This is the organisation's own rating. Choose “The self-rating stands” instead"})
            agree_level(viewer, agreed.reference, ref, agreed.level, note, version=agreed.version, at=at)
        Challenge.objects.filter(pk=challenge.pk, state__in=states_before("challenge", "close_challenge")).update(
            state=state_after("challenge", "close_challenge"),
            outcome=outcome,
            outcome_note=note,
            closed_at=at,
            closed_by=viewer.person_ref,
            closed_by_name=viewer.name,
        )
        for stream in streams_of(challenge):
            record_event(
                stream,
                verb="closed-challenge",
                actor=viewer.person_ref,
                subject=challenge.ref,
                at=at,
                details={"invitation": f"invitation:{challenge.invitation_id}", "number": challenge.number, "outcome": outcome},
            )
