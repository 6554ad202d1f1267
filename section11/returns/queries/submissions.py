"""Frozen copies: an organisation's own, and those a partnership received."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from section11.cycles.rules.standing import takes_returns
from section11.directory.models import Membership
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Submission
from section11.returns.vocabulary import ReturnState

FIELDS = {
    "submission_id": F("pk"),
    "return_id": F("unit_return_id"),
    "previous_id": F("unit_return__previous_id"),
    "round": F("unit_return__round"),
    "unit_id": F("unit_return__unit_id"),
    "organisation_id": F("unit_return__unit__organisation_id"),
    "invitation_number": F("invitation_id"),
    "organisation_name": F("invitation__participation__name"),
    "organisation_slug": F("invitation__participation__slug"),
    "unit_name": F("invitation__unit__name"),
    "sector_label": F("invitation__sector__label"),
    "cycle_slug": F("invitation__cycle__slug"),
    "cycle_title": F("invitation__cycle__title"),
    "cycle_id": F("invitation__cycle_id"),
    "partnership_name": F("invitation__cycle__partnership__name"),
    "partnership_id": F("invitation__cycle__partnership_id"),
    "edition_id": F("unit_return__edition_id"),
    "edition_hash": F("unit_return__edition__content_hash"),
    "edition_title": F("unit_return__edition__title"),
    "local_edition_id": F("invitation__cycle__local_edition_id"),
    "local_edition_hash": F("invitation__cycle__local_edition__content_hash"),
    "cycle_state": F("invitation__cycle__state"),
    "invitation_state": F("invitation__state"),
    "return_state": F("unit_return__state"),
    "withdrawn_at": F("withdrawal__at"),
    "withdrawn_by": F("withdrawal__by_name"),
    "withdrawn_reason": F("withdrawal__reason"),
}
OWN = ("number", "reference", "form", "sector_kind", "submitted_at", "submitted_by", "signed_by", "reason")


@dataclass(frozen=True, slots=True)
class SubmissionHead:
    """Which submission, whose, when and by whom."""

    submission_id: int
    return_id: int
    previous_id: int | None
    round: int
    unit_id: int
    organisation_id: int
    invitation_number: int
    organisation_name: str
    organisation_slug: str  # in the partnership
    unit_name: str
    sector_label: str
    cycle_slug: str
    cycle_title: str
    cycle_id: int
    partnership_name: str
    partnership_id: int
    edition_id: int
    edition_hash: str
    edition_title: str
    local_edition_id: int | None
    local_edition_hash: str | None
    number: int
    reference: str
    form: str
    sector_kind: str
    submitted_at: datetime
    submitted_by: str
    signed_by: str
    reason: str
    withdrawn_at: datetime | None  # None: it stands
    withdrawn_by: str | None
    withdrawn_reason: str | None
    cycle_state: str
    invitation_state: str
    return_state: str

    @property
    def can_go_back(self) -> bool:
        """Whether the return can be returned for correction now: another submission would be taken, and its answers are closed."""
        return takes_returns(self.cycle_state, self.invitation_state) and self.return_state == ReturnState.SUBMITTED


def readable(viewer: Viewer) -> QuerySet[Submission]:
    """Those that the viewer may read: their units' own in an organisation; their partnership's, with a role that reads."""
    if viewer.organisation_id is not None:
        mine = Membership.objects.filter(unit_id=OuterRef("unit_return__unit_id"), person_id=viewer.person_id, ended_at__isnull=True)
        return Submission.objects.filter(Exists(mine), unit_return__unit__organisation_id=viewer.organisation_id)
    if viewer.partnership_id is not None and viewer.has(*READERS):
        return Submission.objects.filter(invitation__cycle__partnership_id=viewer.partnership_id)
    return Submission.objects.none()


def _heads(rows: QuerySet[Submission]) -> list[SubmissionHead]:
    return [SubmissionHead(**row) for row in rows.values(*OWN, **FIELDS)]


def submissions_of_return(viewer: Viewer, return_id: int) -> list[SubmissionHead]:
    """Every submission of a return that the viewer may read, the latest first."""
    return _heads(readable(viewer).filter(unit_return_id=return_id).order_by("-number"))


def submissions_of_invitation(viewer: Viewer, invitation_id: int) -> list[SubmissionHead]:
    """Every submission to one invitation that the viewer may read, the latest first."""
    return _heads(readable(viewer).filter(invitation_id=invitation_id).order_by("-number"))


def readable_heads(viewer: Viewer, references: Collection[str]) -> list[SubmissionHead]:
    """Those of these submissions that the viewer may read."""
    return _heads(readable(viewer).filter(reference__in=references))


def submissions_of_unit(viewer: Viewer, unit_id: int) -> list[SubmissionHead]:
    """Every submission of a unit that the viewer may read, in whichever round, the latest first."""
    return _heads(readable(viewer).filter(unit_return__unit_id=unit_id).order_by("-submitted_at", "-number"))


def submission_head(viewer: Viewer, reference: str, *, return_id: int) -> SubmissionHead:
    """Which submission of a return that is, whose and when; `Absent` when it is not one of that return or not for this viewer."""
    return readable_head(viewer, reference=reference, unit_return_id=return_id)


def readable_head(viewer: Viewer, **which: Any) -> SubmissionHead:
    """The one submission with these properties that the viewer may read; `Absent` when there is none."""
    found = _heads(readable(viewer).filter(**which))
    if not found:
        raise Absent
    return found[0]
