"""Approve a letter."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Letter
from section11.challenge.operations.give_recommendations import give_recommendations
from section11.challenge.queries.judged import streams_of
from section11.challenge.queries.own_letter import officers_letter, refuse_moved_on
from section11.challenge.rules.letter_body import body_problem, letter_hash
from section11.challenge.rules.transitions import state_after, states_before
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def approve_letter(viewer: Viewer, letter_id: int, *, version: int, at: datetime) -> None:
    """Approve the version that was read, never to change again: an officer may, never about their own organisation.

    The organisation can read it from now on, and is given what was recommended to it. Its link is emailed.
    """
    with transaction.atomic():
        letter = officers_letter(viewer, letter_id)
        refuse_moved_on(letter, "approve_letter", version, letter.body)
        problem = body_problem(letter.body)
        if problem:
            raise Refused(problem)
        content = letter_hash(
            invitation=letter.invitation.ref, number=letter.number, submission_number=letter.submission_number, body=letter.body
        )
        Letter.objects.filter(pk=letter.pk, version=version, state__in=states_before("letter", "approve_letter")).update(
            state=state_after("letter", "approve_letter"),
            approved_at=at,
            approved_by=viewer.person_ref,
            approved_by_name=viewer.name,
            content_hash=content,
        )
        given = give_recommendations(viewer, letter.invitation_id, at=at)
        for stream in streams_of(letter.invitation):
            record_event(
                stream,
                verb="approved-letter",
                actor=viewer.person_ref,
                subject=letter.ref,
                at=at,
                details={"invitation": letter.invitation.ref, "number": letter.number, "content": content, "recommendations": given},
            )
