"""Tell organisations and members of a panel."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.challenge.models import PanelTelling
from section11.challenge.queries.own_panel import officers_panel
from section11.challenge.queries.to_tell import mark_of, to_tell
from section11.cycles.models import Invitation
from section11.lib.clock import london_date
from section11.lib.dates import day_words
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer

CHANGED = "The timetable changed since you opened this page. Look at it again, then tell them"
NOBODY = "Everybody knows how this panel stands"


def tell_panel(viewer: Viewer, panel_id: int, *, mark: str, at: datetime) -> int:
    """Tell the leads of each return its day, time and place, and the members the day: the partnership's officers may.

    Only those who do not know yet. `mark` is that of what was looked at. Emails are made of what is kept here.
    Gives how many were told.
    """
    with transaction.atomic():
        panel = officers_panel(viewer, panel_id, "tell_panel")
        found = to_tell(panel)
        if not found:
            raise Refused(NOBODY)
        if mark != mark_of(found):
            raise Refused(CHANGED)
        if panel.held_on < london_date(at):
            raise Refused(f"This panel was on {day_words(panel.held_on)}. There is nobody to tell any more")
        PanelTelling.objects.bulk_create(
            PanelTelling(
                panel=panel,
                invitation_id=one.invitation_id,
                person_id=one.person_id,
                kind=one.kind,
                held_on=one.held_on,
                starts=one.starts,
                minutes=one.minutes,
                where=one.where,
                shows_enquiry=one.shows_enquiry,
                at=at,
                by=viewer.person_ref,
                by_name=viewer.name,
            )
            for one in found
        )
        invitations = [one.invitation_id for one in found if one.invitation_id]
        organisations = dict(Invitation.objects.filter(pk__in=invitations).values_list("pk", "participation__organisation_id"))
        told = {"returns": len(invitations), "members": len(found) - len(invitations), "held_on": str(panel.held_on)}
        happened = [Happened(panel.cycle.partnership.ref, "told-panel", panel.ref, told)]
        happened += [
            Happened(
                f"organisation:{organisations[one.invitation_id]}",
                "told-panel",
                panel.ref,
                {"invitation": f"invitation:{one.invitation_id}", "held_on": str(one.held_on), "starts": str(one.starts)},
            )
            for one in found
            if one.invitation_id
        ]
        record_events(happened, actor=viewer.person_ref, at=at)
    return len(found)
