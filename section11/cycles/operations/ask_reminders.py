"""Ask for reminders to be sent."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from section11.activity.operations.record_events import Happened, record_events
from section11.cycles.models import Invitation, Reminder
from section11.cycles.queries.own_cycle import locked_cycle
from section11.cycles.queries.own_invitations import chosen_invitations, refuse_unless_open
from section11.cycles.rules.chasing import why_not_reminded
from section11.cycles.rules.email_wording import EmailWording, wording_problems
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def ask_reminders(viewer: Viewer, cycle_slug: str, invitation_ids: Collection[int], *, wording: EmailWording, at: datetime) -> int:
    """Ask for a reminder to each of these whose return is not in, all or none; the partnership's officers may.

    The wording keeps its placeholders: notices fill them in for each person and send. Gives how many were asked for.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        chosen = chosen_invitations(cycle, invitation_ids)
        refuse_unless_open(cycle)
        if problems := wording_problems(wording, prefix="reminder"):
            raise Refused(problems)
        ids = [invitation.pk for invitation in chosen]
        reminded = dict(Invitation.objects.filter(pk__in=ids).values_list("pk").annotate(last=Max("reminders__asked_at")).order_by())
        if any(why_not_reminded(invitation.standing, reminded.get(invitation.pk), at) for invitation in chosen):
            raise Refused("Some of these need no reminder any more, or got one a moment ago. Look at the list again")
        Reminder.objects.bulk_create(
            Reminder(
                invitation=invitation,
                subject=wording.subject.strip(),
                body=wording.body,
                asked_at=at,
                asked_by=viewer.person_ref,
                asked_by_name=viewer.name,
            )
            for invitation in chosen
        )
        told = [Happened(cycle.partnership.ref, "reminder-asked", invitation.ref) for invitation in chosen]
        record_events(told, actor=viewer.person_ref, at=at)
    return len(chosen)
