"""Who was approached in a cycle, and what they last submitted."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation


@dataclass(frozen=True, slots=True)
class ApproachedUnit:
    """An invited unit: withdrawn and exempt ones are not approached. `reference` None = nothing submitted."""

    invitation_id: int
    organisation_slug: str
    organisation_name: str
    unit_slug: str
    unit_name: str
    sector_key: str
    sector_label: str
    sector_order: int
    form: str
    reference: str | None


def approached_units(viewer: Viewer, cycle_id: int) -> list[ApproachedUnit]:
    """Every approached unit of a cycle of the viewer's partnership, in the order of invitation."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    latest = ReturnInvitation.objects.filter(invitation_id=OuterRef("pk")).values("latest__reference")
    rows = Invitation.objects.filter(cycle_id=cycle_id, cycle__partnership_id=viewer.partnership, state=InvitationState.INVITED).order_by(
        "order", "pk"
    )
    return [
        ApproachedUnit(*row)
        for row in rows.values_list(
            "pk",
            F("participation__slug"),
            F("participation__name"),
            F("unit__slug"),
            F("unit__name"),
            F("sector__key"),
            F("sector__label"),
            F("sector__order"),
            "form",
            Subquery(latest[:1]),
        )
    ]
