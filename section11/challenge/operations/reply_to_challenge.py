"""Reply to the organisation in a challenge."""

from datetime import date, datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Challenge, ChallengeMessage
from section11.challenge.queries.moving import Seen, challenge_of_partnership, check_as_seen, standard_ref_of, streams_of
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.rules.transitions import state_after, states_before
from section11.challenge.rules.typing import day_problem, text_problem, without_empty
from section11.challenge.vocabulary import Side
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def reply_to_challenge(viewer: Viewer, challenge_id: int, text: str, *, wanted_by: date | None = None, seen: int, at: datetime) -> None:
    """Write back to the organisation, which is then to answer: an officer or reviewer may, never about their own organisation.

    `wanted_by`, where given, is the new day by which an answer is wanted; without one a day still to come stands, and one that is
    over no longer does. `seen` is how many messages the thread had.
    """
    text = clean_text(text)
    with transaction.atomic():
        challenge = challenge_of_partnership(viewer, challenge_id)
        refuse_outside_remit(viewer, challenge.invitation_id, standard_ref_of(challenge))
        check_as_seen(challenge, "reply_to_challenge", Seen(seen, {"text": text}))
        problems = without_empty({"text": text_problem(text, "Enter your reply"), "wanted_by": day_problem(wanted_by, london_date(at))})
        if problems:
            raise Refused(problems)
        ChallengeMessage.objects.create(
            challenge=challenge, side=Side.PARTNERSHIP, text=text, at=at, by=viewer.person_ref, by_name=viewer.name
        )
        still = challenge.wanted_by if challenge.wanted_by and challenge.wanted_by >= london_date(at) else None
        Challenge.objects.filter(pk=challenge.pk, state__in=states_before("challenge", "reply_to_challenge")).update(
            state=state_after("challenge", "reply_to_challenge"), wanted_by=wanted_by or still
        )
        for stream in streams_of(challenge):
            record_event(
                stream,
                verb="replied-to-challenge",
                actor=viewer.person_ref,
                subject=challenge.ref,
                at=at,
                details={
                    "invitation": f"invitation:{challenge.invitation_id}",
                    "number": challenge.number,
                    "wanted_by": str(wanted_by) if wanted_by else None,
                },
            )
