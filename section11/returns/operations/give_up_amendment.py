"""Give up an amendment."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Invitation
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment, Answer, Narrative, StandardMark, Submission, SubmittedAnswer, SubmittedNarrative
from section11.returns.operations.move_return import move_return
from section11.returns.queries.writing import head_for_lead

NOTHING = "This return has not been submitted yet, so there is no amendment to give up."


def give_up_amendment(viewer: Viewer, return_id: int, *, at: datetime) -> None:
    """Put a return that is being amended back to what was last submitted: by its lead. What was typed stays as history."""
    head = head_for_lead(viewer, return_id)
    if not head.was_submitted:
        raise Refused(NOTHING)
    with transaction.atomic():
        move_return(head, "give_up_amendment")
        Amendment.objects.filter(unit_return_id=return_id, ended_at__isnull=True).update(ended_at=at, given_up=True)
        latest = Submission.objects.filter(invitation_id=head.invitation_number).order_by("number").values_list("pk", flat=True).last()
        if latest is None:
            raise Refused(NOTHING)
        _restore_answers(return_id, latest)
        _restore_narratives(return_id, latest)
        StandardMark.objects.filter(unit_return_id=return_id, marked_at__gt=head.submitted_at or at).delete()
        answered = Answer.objects.filter(unit_return_id=return_id, level__isnull=False).count()
        Invitation.objects.filter(pk=head.invitation_number).update(answered=answered)
        record_event(head.stream, verb="gave-up-amendment", actor=viewer.person_ref, subject=head.ref, at=at)


def _restore_answers(return_id: int, submission_id: int) -> None:
    was = {a.statement_id: a for a in SubmittedAnswer.objects.filter(submission_id=submission_id)}
    changed = []
    for answer in Answer.objects.filter(unit_return_id=return_id):
        old = was.get(answer.statement_id)
        if old is None:
            continue
        answer.level_id, answer.see_id = old.level_id, old.see_id
        answer.comment, answer.reason, answer.no_action_reason = old.comment, old.reason, old.no_action_reason
        changed.append(answer)
    Answer.objects.bulk_update(changed, ["level", "see", "comment", "reason", "no_action_reason"])
    Answer.objects.filter(unit_return_id=return_id).update(version=F("version") + 1)


def _restore_narratives(return_id: int, submission_id: int) -> None:
    was = {(n.standard_id, n.prompt): n.text for n in SubmittedNarrative.objects.filter(submission_id=submission_id)}
    changed = list(Narrative.objects.filter(unit_return_id=return_id))
    for narrative in changed:
        narrative.text = was.get((narrative.standard_id, narrative.prompt), "")
    Narrative.objects.bulk_update(changed, ["text"])
    Narrative.objects.filter(unit_return_id=return_id).update(version=F("version") + 1)
