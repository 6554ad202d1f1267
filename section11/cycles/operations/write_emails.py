"""Word the emails of a cycle."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.email_wording import EmailWording, wording_problems
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def write_emails(viewer: Viewer, cycle_slug: str, *, invitation: EmailWording, reminder: EmailWording, version: int, at: datetime) -> None:
    """Word a cycle's invitation and reminder, until it closes; its partnership's officers may. What was sent stays as sent."""
    cycle = officers_cycle(viewer, cycle_slug)
    problems = wording_problems(invitation, prefix="invitation") | wording_problems(reminder, prefix="reminder")
    if problems:
        raise Refused(problems)
    fields = {
        "email_subject": invitation.subject.strip(),
        "email_body": _lines(invitation.body),
        "reminder_subject": reminder.subject.strip(),
        "reminder_body": _lines(reminder.body),
    }
    with transaction.atomic():
        cycle.change(version, fields, in_states=(CycleState.DRAFT, CycleState.OPEN), **fields)
        record_event(cycle.partnership.ref, verb="cycle-emails-worded", actor=viewer.person_ref, subject=cycle.ref, at=at)


def _lines(text: str) -> str:
    """With line ends as `\\n`, and one at the end."""
    return "\n".join(text.strip().splitlines()) + "\n"
