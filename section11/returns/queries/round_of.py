"""Which round of an audit a return is, and which return came before it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, Subquery

from section11.directory.vocabulary import PARTNERSHIP_ROLES, READERS
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, Submission
from section11.returns.queries.head import ReturnHead
from section11.standards.vocabulary import Form


@dataclass(frozen=True, slots=True)
class PreviousRound:
    """The submission before a return, as its own organisation knows it."""

    number: int  # of this round
    may_carry: bool  # this return can start from it
    return_id: int | None = None
    reference: str = ""
    cycle_title: str = ""
    submitted_at: datetime | None = None


def round_of(head: ReturnHead) -> PreviousRound:
    """The round of a return whose head this viewer was given, and what was submitted before it."""
    if head.last_reference is None or head.previous_id is None:
        return PreviousRound(head.round, may_carry=False)
    may_carry = head.is_open and head.form != Form.REVIEW
    return PreviousRound(head.round, may_carry, head.previous_id, head.last_reference, head.last_title or "", head.last_at)


@dataclass(frozen=True, slots=True)
class InvitationRound:
    """The round of an invitation's return; the reference of the submission before it, where this partnership received that."""

    round: int
    reference: str
    cycle_title: str
    submitted_at: datetime | None


def rounds_of_invitations(viewer: Viewer, invitation_ids: Collection[int]) -> dict[int, InvitationRound]:
    """By invitation of the viewer's partnership, where its return has been made; for everybody with a role there."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        return {}
    before = Submission.objects.filter(
        unit_return_id=OuterRef("unit_return__previous_id"),
        invitation__cycle__partnership_id=viewer.partnership,
        pk__in=ReturnInvitation.objects.filter(latest__isnull=False).values("latest_id"),
    ).order_by("-number")
    rows = ReturnInvitation.objects.filter(invitation_id__in=invitation_ids, invitation__cycle__partnership_id=viewer.partnership)
    return {
        invitation_id: InvitationRound(number, (reference or "") if viewer.has(*READERS) else "", title or "", at)
        for invitation_id, number, reference, title, at in rows.values_list(
            "invitation_id",
            F("unit_return__round"),
            Subquery(before.values("reference")[:1]),
            Subquery(before.values("invitation__cycle__title")[:1]),
            Subquery(before.values("submitted_at")[:1]),
        )
    }
