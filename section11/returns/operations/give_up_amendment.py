"""Give up an amendment."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Invitation
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import (
    Amendment,
    Answer,
    AnswerEvidence,
    Narrative,
    StandardMark,
    Submission,
    SubmittedAnswer,
    SubmittedEvidence,
    SubmittedNarrative,
    TakenMark,
)
from section11.returns.operations.move_return import move_return
from section11.returns.queries.head import ReturnHead
from section11.returns.queries.writing import head_for_lead
from section11.returns.rules.counting import Counted, is_answered, is_asked

NOTHING = "This return has not been submitted yet, so there is no amendment to give up."

RETURNED = "The partnership returned this for correction. Correct it and submit it again, or ask the partnership what it needs."


def give_up_amendment(viewer: Viewer, return_id: int, *, at: datetime) -> None:
    """Put a return that is being amended back to what was last submitted: by its lead. What was typed stays as history."""
    head = head_for_lead(viewer, return_id)
    if not head.was_submitted:
        raise Refused(NOTHING)
    with transaction.atomic():
        _lock(return_id)
        move_return(head, "give_up_amendment")
        running = Amendment.objects.filter(unit_return_id=return_id, ended_at__isnull=True)
        if running.exclude(returned_by="").exists():
            raise Refused(RETURNED)
        taken = list(TakenMark.objects.filter(amendment__in=running))
        running.update(ended_at=at, given_up=True)
        standing = Submission.objects.filter(invitation_id=head.invitation_number, withdrawal__isnull=True)
        latest = standing.order_by("number").values_list("pk", flat=True).last()
        if latest is None:
            raise Refused(NOTHING)
        StandardMark.objects.filter(unit_return_id=return_id, marked_at__gt=head.submitted_at or at).delete()
        _restore_marks(return_id, taken)
        marked = list(StandardMark.objects.filter(unit_return_id=return_id).values_list("standard_id", flat=True))
        _restore_answers(return_id, latest, marked)
        _restore_citations(return_id, latest, by=viewer.name, at=at)
        _restore_narratives(return_id, latest)
        _count_again(head, marked)
        record_event(head.stream, verb="gave-up-amendment", actor=viewer.person_ref, subject=head.ref, at=at)


def _lock(return_id: int) -> None:
    """Answers, then narratives: they are locked before the return, as by every save."""
    list(Answer.objects.select_for_update(of=("self",), no_key=True).filter(unit_return_id=return_id).order_by("pk").values_list("pk"))
    list(Narrative.objects.select_for_update(of=("self",), no_key=True).filter(unit_return_id=return_id).order_by("pk").values_list("pk"))


def _restore_marks(return_id: int, taken: list[TakenMark]) -> None:
    """Those that the amendment took away or put in other words. What stands underneath stays as it is."""
    StandardMark.objects.bulk_create(
        StandardMark(
            unit_return_id=return_id,
            standard_id=one.standard_id,
            reason=one.reason,
            marked_at=one.marked_at,
            marked_by_name=one.marked_by_name,
        )
        for one in taken
    )


def _restore_answers(return_id: int, submission_id: int, marked: list[int]) -> None:
    """All but what stands under a mark: those standards are not applicable whatever their answers say.

    What a review was not asked is empty again.
    """
    was = {a.statement_id: a for a in SubmittedAnswer.objects.filter(submission_id=submission_id)}
    changed = []
    for answer in Answer.objects.filter(unit_return_id=return_id).exclude(statement__standard_id__in=marked):
        old = was.get(answer.statement_id, SubmittedAnswer())
        answer.level_id, answer.see_id = old.level_id, old.see_id
        answer.comment, answer.reason, answer.no_action_reason = old.comment, old.reason, old.no_action_reason
        changed.append(answer)
    Answer.objects.bulk_update(changed, ["level", "see", "comment", "reason", "no_action_reason"])
    Answer.objects.filter(unit_return_id=return_id).update(version=F("version") + 1)


def _count_again(head: ReturnHead, marked: list[int]) -> None:
    rows = Answer.objects.filter(unit_return_id=head.return_id).values_list(
        "level_id", "carried", "last_level_id", "statement__standard_id"
    )
    answers = [(Counted(level is not None, carried, last is not None), standard in marked) for level, carried, last, standard in rows]
    Invitation.objects.filter(pk=head.invitation_number).update(
        asked=sum(is_asked(head.form, one) for one, _ in answers),
        answered=sum(is_answered(head.form, one, is_marked=under_mark) for one, under_mark in answers),
    )


def _restore_citations(return_id: int, submission_id: int, *, by: str, at: datetime) -> None:
    submitted = SubmittedEvidence.objects.filter(answer__submission_id=submission_id, item__isnull=False)
    was = set(submitted.values_list("answer__statement_id", "item_id"))
    answers = dict(Answer.objects.filter(unit_return_id=return_id).values_list("statement_id", "pk"))
    wanted = {(answers[statement], item) for statement, item in was if statement in answers and item}
    there = {(c.answer_id, c.item_id): c.pk for c in AnswerEvidence.objects.filter(answer__unit_return_id=return_id)}
    AnswerEvidence.objects.filter(pk__in=[pk for pair, pk in there.items() if pair not in wanted]).delete()
    AnswerEvidence.objects.bulk_create(
        AnswerEvidence(answer_id=answer, item_id=item, cited_at=at, cited_by_name=by) for answer, item in sorted(wanted - there.keys())
    )


def _restore_narratives(return_id: int, submission_id: int) -> None:
    was = {(n.standard_id, n.prompt): n.text for n in SubmittedNarrative.objects.filter(submission_id=submission_id)}
    changed = list(Narrative.objects.filter(unit_return_id=return_id))
    for narrative in changed:
        narrative.text = was.get((narrative.standard_id, narrative.prompt), "")
    Narrative.objects.bulk_update(changed, ["text"])
    Narrative.objects.filter(unit_return_id=return_id).update(version=F("version") + 1)
