"""Change what an invitation asks before it is opened."""

from datetime import date, datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.own_cycle import locked_cycle, officers_cycle, officers_invitation
from section11.cycles.queries.sent_before import sent_before
from section11.cycles.queries.tiny_form import asks_tiny
from section11.cycles.rules.cycle_dates import due_problem
from section11.cycles.rules.invitation_wording import NO_REVIEW_YET, NO_TINY
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.rules import without_empty
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.standards.vocabulary import Form


def change_invitation(viewer: Viewer, cycle_slug: str, invitation_id: int, *, form: str, due: date | None, at: datetime) -> None:
    """Change an invitation's form or due date before its cycle opens (`due` empty: the cycle's); officers may.

    Once it has gone out, the form stays and the due date is extended.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        invitation = officers_invitation(viewer, cycle_slug, invitation_id)
        cycle.edition = officers_cycle(viewer, cycle_slug).edition
        _check(cycle, invitation, form, due, at)
        still = Invitation.objects.filter(pk=invitation.pk, state=InvitationState.INVITED, progress=Progress.NOT_OPENED)
        if cycle.state != CycleState.DRAFT or not still.update(form=form, due=due):
            raise Refused("This invitation has gone out, or been withdrawn, so its form stays as it is. You can extend its due date")
        record_event(
            cycle.partnership.ref,
            verb="invitation-changed",
            actor=viewer.person_ref,
            subject=invitation.ref,
            at=at,
            details={"form": form, "due": str(due or "")},
        )


def _check(cycle: Cycle, invitation: Invitation, form: str, due: date | None, at: datetime) -> None:
    problems = without_empty(
        {
            "form": "" if form in set(Form) else "Choose a form from the list",
            "due": due_problem(due, opens=invitation.cycle.opens, today=london_date(at)) if due else "",
        }
    )
    if form == Form.REVIEW and not sent_before(cycle).filter(unit=invitation.unit).exists():
        problems["form"] = NO_REVIEW_YET
    if form == Form.TINY and not asks_tiny(cycle):
        problems["form"] = NO_TINY
    if problems:
        raise Refused(problems)
