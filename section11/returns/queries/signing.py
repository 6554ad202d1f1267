"""Who signs a return off, and how that stands."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import SignOff
from section11.returns.queries.head import ReturnHead, return_head
from section11.returns.vocabulary import SignOffState

ASKED_AGAIN = "This return was taken back and sent for sign-off again while you looked at it. Read it again."
CHANGED_SINCE = "What this return says has changed since you opened this page. Read it again below, then decide."


@dataclass(frozen=True, slots=True)
class SignOffView:
    """The latest sign-off of a return."""

    sign_off_id: int
    state: str
    signatory_id: int
    signatory_name: str
    signatory_email: str
    asked_at: datetime
    asked_by: str
    asked_by_name: str
    decided_at: datetime | None
    job_title: str
    note: str
    content_hash: str


def latest_sign_off(head: ReturnHead) -> SignOffView | None:
    """The latest sign-off of a return whose head this viewer was given; None when none was asked."""
    row = (
        SignOff.objects.filter(unit_return_id=head.return_id)
        .order_by("-asked_at", "-pk")
        .values(
            "state",
            "signatory_id",
            "asked_at",
            "asked_by",
            "asked_by_name",
            "decided_at",
            "job_title",
            "note",
            "content_hash",
            sign_off_id=F("pk"),
            signatory_name=F("signatory__name"),
            signatory_email=F("signatory__email"),
        )
        .first()
    )
    return SignOffView(**row) if row else None


def head_for_signatory(viewer: Viewer, return_id: int) -> tuple[ReturnHead, int]:
    """The head of a return that this viewer is asked to approve now, and the sign-off's id; else `Absent`."""
    head = return_head(viewer, return_id)
    asked = SignOff.objects.filter(unit_return_id=return_id, state=SignOffState.ASKED, signatory_id=viewer.person_id)
    sign_off_id = asked.values_list("pk", flat=True).first()
    if sign_off_id is None or not head.is_signatory:
        raise Absent
    return head, sign_off_id
