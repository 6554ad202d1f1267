"""How the others of a sector rated themselves, counted, without names: for an organisation that asks where it stands."""

from dataclasses import dataclass

from django.db.models import F, Sum

from section11.cycles.vocabulary import InvitationState
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, StandardCount
from section11.returns.queries.head import ReturnHead


@dataclass(frozen=True, slots=True)
class OthersCount:
    """How many statements of one standard another return rated in one class; class empty = not answered.

    The numbers only tell one organisation or return from another. They are not to be shown.
    """

    organisation_number: int
    invitation_number: int
    standard_ref: str
    level_class: str
    count: int


def others_in_sector(viewer: Viewer, head: ReturnHead) -> list[OthersCount]:
    """The self-ratings of the other organisations of a return's sector in its cycle, for a return whose head this viewer was given.

    Of latest submissions; the viewer's own organisation is left out with all its units.
    """
    latest = ReturnInvitation.objects.filter(
        invitation__cycle=head.cycle_id,
        invitation__sector__key=head.sector_key,
        invitation__state=InvitationState.INVITED,
        latest__isnull=False,
    ).exclude(invitation__unit__organisation=head.organisation_id)
    rows = StandardCount.objects.filter(submission__in=latest.values("latest_id")).order_by()
    told = rows.values_list(
        F("submission__invitation__unit__organisation_id"),
        F("submission__invitation_id"),
        F("standard__ref"),
        F("level__level_class"),
    ).annotate(number=Sum("count"))
    return [
        OthersCount(organisation, invitation, ref, level_class or "", number) for organisation, invitation, ref, level_class, number in told
    ]
