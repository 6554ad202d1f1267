"""Raise a challenge on something of a submission."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Challenge, ChallengeMessage
from section11.challenge.queries.latest import Latest, locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.queries.subjects import About
from section11.challenge.queries.subjects import about as find
from section11.challenge.rules.typing import ChallengeText, challenge_problems
from section11.challenge.vocabulary import ChallengeKind, ChallengeState, Side
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def raise_challenge(viewer: Viewer, reference: str, about: str, typed: ChallengeText, *, at: datetime) -> int:
    """Ask the organisation about a statement, standard or action of its latest submission: an officer or reviewer may.

    Never of their own organisation's, and a reviewer in what was given to them only. The same text twice is one challenge.
    Gives the challenge's id.
    """
    typed = ChallengeText(typed.kind, clean_text(typed.text), typed.level, typed.wanted_by)
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        thing = find(latest.submission_id, about)
        refuse_outside_remit(viewer, latest.invitation_id, thing.standard_ref)
        levels = latest.levels()
        problems = challenge_problems(typed, thing.subject(levels), today=london_date(at))
        if problems:
            raise Refused(problems)
        again = _pressed_twice(viewer, latest, thing, typed)
        if again:
            return again
        last = Challenge.objects.filter(invitation_id=latest.invitation_id).aggregate(last=Max("number"))["last"]
        made = Challenge.objects.create(
            invitation_id=latest.invitation_id,
            submission_id=latest.submission_id,
            **thing.ids,
            number=(last or 0) + 1,
            kind=typed.kind,
            proposed_level_id=levels[typed.level] if typed.kind == ChallengeKind.LEVEL else None,
            wanted_by=typed.wanted_by,
            raised_at=at,
            raised_by=viewer.person_ref,
            raised_by_name=viewer.name,
        )
        ChallengeMessage.objects.create(
            challenge=made, side=Side.PARTNERSHIP, text=typed.text, at=at, by=viewer.person_ref, by_name=viewer.name
        )
        for stream in latest.streams:
            record_event(
                stream,
                verb="raised-challenge",
                actor=viewer.person_ref,
                subject=made.ref,
                at=at,
                details={"number": made.number, "kind": made.kind, "about": about, "submission": f"submission:{latest.submission_id}"},
            )
    return made.pk


def _pressed_twice(viewer: Viewer, latest: Latest, thing: About, typed: ChallengeText) -> int | None:
    """The id of an open challenge of this person that says exactly this about the same thing."""
    same = Challenge.objects.filter(
        invitation_id=latest.invitation_id,
        **thing.ids,
        kind=typed.kind,
        state=ChallengeState.OPEN,
        raised_by=viewer.person_ref,
        messages__text=typed.text,
    )
    return same.values_list("pk", flat=True).first()
