"""One statement's self-ratings and agreed levels in a cycle's latest submissions, side by side."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from section11.challenge.models import AgreedLevel
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer


@dataclass(frozen=True, slots=True)
class BothRatings:
    """The keys of both levels (empty: not answered, none agreed), and whether the agreed one has lapsed."""

    own: str
    agreed: str
    is_lapsed: bool

    def counted(self, *, agreed: bool) -> str:
        """The key of the level that counts on a basis."""
        return self.agreed if agreed and self.agreed and not self.is_lapsed else self.own


def both_ratings(viewer: Viewer, cycle_id: int, statement_ref: str) -> dict[int, BothRatings]:
    """By invitation, to everybody with a role in the viewer's partnership: one SQL statement."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    latest = ReturnInvitation.objects.filter(
        invitation__cycle_id=cycle_id,
        invitation__cycle__partnership_id=viewer.partnership,
        invitation__state=InvitationState.INVITED,
        latest__isnull=False,
    )
    standing = AgreedLevel.objects.filter(invitation=OuterRef("submission__invitation"), statement=OuterRef("statement"))
    rows = (
        SubmittedAnswer.objects.filter(submission__in=latest.values("latest_id"), statement__ref=statement_ref)
        .annotate(after=Subquery(standing.values("level__key")[:1]), on=Subquery(standing.values("agreed_on__key")[:1]))
        .order_by()
        .values_list("submission__invitation_id", "level__key", "after", "on")
    )
    return {invitation_id: BothRatings(own or "", after or "", (own or "") != (on or "")) for invitation_id, own, after, on in rows}
