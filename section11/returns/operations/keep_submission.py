"""Write a submission's rows: part of `submit_return`, in its transaction."""

from datetime import datetime

from section11.cycles.models import Invitation
from section11.plans.operations.share_actions import share_actions
from section11.returns.models import (
    Answer,
    ReturnInvitation,
    StandardCount,
    Submission,
    SubmittedAction,
    SubmittedAnswer,
    SubmittedEvidence,
    SubmittedNarrative,
)
from section11.returns.operations.keep_signs import keep_signs
from section11.returns.queries.head import ReturnHead
from section11.returns.rules.freezing import FrozenReturn
from section11.standards.models import Level, Standard, Statement


def keep_submission(
    head: ReturnHead, content: FrozenReturn, *, reference: str, by: str, by_ref: str, signed_by: str, reason: str, at: datetime
) -> Submission:
    """Keep what was signed as the next submission of the return's invitation; who may was asked before."""
    editions = [e for e in (head.edition_id, head.local_edition_id) if e]
    levels = dict(Level.objects.filter(edition_id=head.edition_id).values_list("key", "pk"))
    statements = dict(Statement.objects.filter(standard__edition_id__in=editions).values_list("ref", "pk"))
    standards = dict(Standard.objects.filter(edition_id__in=editions).values_list("ref", "pk"))
    last = dict(Answer.objects.filter(unit_return_id=head.return_id).values_list("statement__ref", "last_level__key"))
    made = Submission.objects.create(
        unit_return_id=head.return_id,
        invitation_id=head.invitation_number,
        number=Submission.objects.filter(invitation_id=head.invitation_number).count() + 1,
        reference=reference,
        form=head.form,
        sector_key=head.sector_key,
        sector_kind=head.sector_kind,
        submitted_at=at,
        submitted_by=by,
        submitted_by_ref=by_ref,
        signed_by=signed_by[:200],  # the sign-off keeps name and role in full
        reason=reason,
        content_hash=content.content_hash,
    )
    answers = SubmittedAnswer.objects.bulk_create(
        SubmittedAnswer(
            submission=made,
            statement_id=statements[a.statement_ref],
            level_id=levels[a.level] if a.level else None,
            comment=a.comment,
            reason=a.reason,
            no_action_reason=a.no_action_reason,
            see_id=statements[a.see] if a.see else None,
            carried=bool(a.level) and last.get(a.statement_ref) == a.level,
            has_action=a.has_action,
        )
        for a in content.answers
    )
    SubmittedEvidence.objects.bulk_create(
        SubmittedEvidence(answer=row, order=n, title=e.title, kind=e.kind, where=e.where, item_id=e.item_id)
        for row, a in zip(answers, content.answers, strict=True)
        for n, e in enumerate(a.evidence)
    )
    SubmittedNarrative.objects.bulk_create(
        SubmittedNarrative(submission=made, standard_id=standards.get(n.standard_ref), prompt=n.prompt, text=n.text)
        for n in content.narratives
    )
    SubmittedAction.objects.bulk_create(
        SubmittedAction(
            submission=made,
            order=order,
            action_id=a.action_id,
            statement_id=statements.get(a.statement_ref),
            what=a.what,
            how=a.how,
            who=a.who,
            due=a.due,
            rag=a.rag,
            progress=a.progress,
            wants_help=a.wants_help,
        )
        for order, a in enumerate(content.actions)
    )
    share_actions((a.action_id for a in content.actions if a.action_id), head.invitation_number, at=at)
    StandardCount.objects.bulk_create(
        StandardCount(submission=made, standard_id=standards[ref], level_id=levels[key] if key else None, count=count)
        for (ref, key), count in content.counts.items()
    )
    keep_signs([made.pk], partnership_id=head.partnership_id)
    ReturnInvitation.objects.filter(invitation_id=head.invitation_number).update(latest=made)
    Invitation.objects.filter(pk=head.invitation_number).update(
        submissions=head.submissions + 1, submitted_at=at, submitted_by=by, last_saved_at=at
    )
    return made
