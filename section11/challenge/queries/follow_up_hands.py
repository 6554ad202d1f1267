"""A follow-up that somebody is about to move on, and whether it is theirs to move."""

from section11.challenge.models import FollowUp
from section11.directory.queries.sector_leads import StrategicLead, leads_of_sectors
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def own_follow_up(viewer: Viewer, follow_up_id: int) -> FollowUp:
    """The follow-up, if the viewer's partnership has it; for everybody with a role there."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    whole = ("invitation__cycle", "invitation__participation", "invitation__unit", "invitation__sector")
    found = FollowUp.objects.filter(pk=follow_up_id, invitation__cycle__partnership=viewer.partnership_id).select_related(*whole).first()
    if found is None:
        raise Absent
    return found


def strategic_lead_of(found: FollowUp) -> StrategicLead | None:
    """The strategic lead for the sector of its return; none where nobody is named."""
    return leads_of_sectors([found.invitation.sector_id]).get(found.invitation.sector_id)


def why_not_acknowledged(viewer: Viewer, lead: StrategicLead | None) -> str:
    """Why the viewer may not say that they have it; empty when they may: the strategic lead, or an officer where nobody is named."""
    if lead is None:
        return "" if viewer.has(Role.OFFICER) else "Nobody is named as strategic lead, so an officer does this"
    return "" if lead.person_id == viewer.person_id else f"This waits for {lead.name}, the strategic lead for its sector"


def why_not_closed(viewer: Viewer, lead: StrategicLead | None) -> str:
    """Why the viewer may not close it; empty when they may: the strategic lead or an officer."""
    mine = viewer.has(Role.OFFICER) or (lead is not None and lead.person_id == viewer.person_id)
    return "" if mine else "The strategic lead for its sector, or an officer, does this"
