"""Answer a challenge."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Challenge, ChallengeEvidence, ChallengeMessage
from section11.challenge.queries.moving import Seen, challenge_of_return, check_as_seen, streams_of
from section11.challenge.rules.transitions import state_after, states_before
from section11.challenge.rules.typing import text_problem, without_empty
from section11.challenge.vocabulary import Side
from section11.evidence.models import EvidenceItem
from section11.evidence.operations.add_evidence import add_evidence
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.returns.queries.head import return_head


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A piece of evidence that comes with an answer."""

    kind: str
    title: str
    where: str = ""
    file_name: str = ""
    data: bytes = b""


def answer_challenge(
    viewer: Viewer,
    return_id: int,
    challenge_id: int,
    text: str,
    *,
    items: Collection[int] = (),
    new: NewEvidence | None = None,
    seen: int,
    at: datetime,
) -> None:
    """Answer a partnership's challenge, with evidence or without: the return's lead may, after the deadline and the close, too.

    `items` are pieces of the unit's evidence, `new` one more; the readers of that partnership may open them from then on.
    `seen` is how many messages the thread had when the answer was written.
    """
    text, wanted = clean_text(text), set(items)
    with transaction.atomic():
        challenge = challenge_of_return(viewer, return_id, challenge_id)
        check_as_seen(challenge, "answer_challenge", Seen(seen, {"text": text}))
        unit_id = challenge.invitation.unit_id
        there = set(EvidenceItem.objects.filter(pk__in=wanted, unit_id=unit_id, removed_at__isnull=True).values_list("pk", flat=True))
        problems = without_empty(
            {
                "text": text_problem(text, "Enter your answer"),
                "items": "" if there == wanted else "A piece of evidence that you chose is no longer there. Choose again",
            }
        )
        if problems:
            raise Refused(problems)
        given = sorted(there)
        if new is not None:
            given.append(_added(viewer, return_id, unit_id, new, at=at))
        said = ChallengeMessage.objects.create(
            challenge=challenge, side=Side.ORGANISATION, text=text, at=at, by=viewer.person_ref, by_name=viewer.name
        )
        ChallengeEvidence.objects.bulk_create(ChallengeEvidence(message=said, item_id=item_id) for item_id in given)
        moved = Challenge.objects.filter(pk=challenge.pk, state__in=states_before("challenge", "answer_challenge"))
        moved.update(state=state_after("challenge", "answer_challenge"), answered_at=at)
        for stream in streams_of(challenge):
            record_event(
                stream,
                verb="answered-challenge",
                actor=viewer.person_ref,
                subject=challenge.ref,
                at=at,
                details={
                    "invitation": f"invitation:{challenge.invitation_id}",
                    "number": challenge.number,
                    "evidence": [f"evidence:{item_id}" for item_id in given],
                },
            )


def _added(viewer: Viewer, return_id: int, unit_id: int, new: NewEvidence, *, at: datetime) -> int:
    takes_files = return_head(viewer, return_id).takes_files
    return add_evidence(
        viewer,
        unit_id,
        kind=new.kind,
        title=new.title,
        where=new.where,
        file_name=new.file_name,
        data=new.data,
        takes_files=takes_files,
        at=at,
    )
