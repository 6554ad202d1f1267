"""Withdraw a submission."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import lock_cycle
from section11.cycles.vocabulary import Progress
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment, ReturnInvitation, Submission, Withdrawal
from section11.returns.operations.move_return import move_return
from section11.returns.queries.head import ReturnHead
from section11.returns.queries.writing import NOT_TAKEN, head_for_lead
from section11.returns.rules.typing import reason_given


def withdraw_submission(viewer: Viewer, return_id: int, reason: str, *, at: datetime) -> None:
    """Take the latest submission back, with the reason: by the return's lead, while the audit is open.

    It stays readable and counts nowhere; the one before it counts again, if there is one. The answers open again.
    """
    seen = head_for_lead(viewer, return_id)
    reason = reason_given(reason, "Say why you are withdrawing this submission")
    with transaction.atomic():
        lock_cycle(seen.cycle_id)
        head = head_for_lead(viewer, return_id)
        if not head.is_taken:
            raise Refused(NOT_TAKEN)
        move_return(head, "withdraw_submission")
        standing = Submission.objects.filter(invitation_id=head.invitation_number, withdrawal__isnull=True).order_by("-number")
        latest, *before = standing[:2]
        Withdrawal.objects.create(submission=latest, reason=reason, at=at, by=viewer.person_ref, by_name=viewer.name)
        _stand_on(head, before[0] if before else None)
        if before:
            Amendment.objects.create(
                unit_return_id=return_id, reason=reason, started_at=at, started_by=viewer.person_ref, started_by_name=viewer.name
            )
        for stream in (head.stream, f"partnership:{head.partnership_id}"):
            record_event(
                stream, verb="withdrew-submission", actor=viewer.person_ref, subject=latest.ref, at=at, details={"number": latest.number}
            )


def _stand_on(head: ReturnHead, submission: Submission | None) -> None:
    """What figures and the register count from now on."""
    ReturnInvitation.objects.filter(invitation_id=head.invitation_number).update(latest=submission)
    Invitation.objects.filter(pk=head.invitation_number).update(
        submissions=head.submissions - 1,
        submitted_at=submission.submitted_at if submission else None,
        submitted_by=submission.submitted_by if submission else "",
        progress=Progress.AMENDING if submission else Progress.IN_PROGRESS,
    )
