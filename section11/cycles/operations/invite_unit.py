"""Invite one unit to take part in a cycle."""

from datetime import datetime

from section11.cycles.models import Invitation
from section11.cycles.operations.invite_units import SomeRefused, invite_units
from section11.cycles.rules.invitation_wording import InvitationWording
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def invite_unit(viewer: Viewer, cycle_slug: str, wording: InvitationWording, *, at: datetime) -> Invitation:
    """Invite a unit into a draft or open cycle, with its return lead and signatory let in; the partnership's officers may.

    As `invite_units` does many, with what is wrong told by field.
    """
    try:
        return invite_units(viewer, cycle_slug, [wording], at=at)[0]
    except SomeRefused as refused:
        raise Refused(refused.by_place[0]) from None
