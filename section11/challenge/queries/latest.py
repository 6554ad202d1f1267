"""The submission that counts now, held still: what is written about a return is written under its invitation's lock."""

from dataclasses import dataclass

from django.db.models import F

from section11.cycles.models import Invitation
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, Submission
from section11.returns.queries.submissions import readable
from section11.standards.models import Level

LATER = "This is no longer the submission that counts. Read the latest one first, then do this there"


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest submission of an invitation, and whose it is."""

    invitation_id: int
    submission_id: int
    reference: str
    number: int
    edition_id: int
    organisation_id: int
    partnership_id: int

    @property
    def streams(self) -> tuple[str, str]:
        """The activity streams that tell of it: the organisation's and the partnership's."""
        return f"organisation:{self.organisation_id}", f"partnership:{self.partnership_id}"

    def levels(self) -> dict[str, int]:
        """The ids of the levels on its scale, by key."""
        return dict(Level.objects.filter(edition_id=self.edition_id).values_list("key", "pk"))


def lock_invitation(invitation_id: int) -> None:
    """Hold still all that is written about a return, until the transaction ends. The caller was let see the invitation."""
    Invitation.objects.select_for_update(no_key=True).only("pk").get(pk=invitation_id)


def latest_of(invitation_id: int) -> Latest | None:
    """The latest submission of an invitation that the caller was let see; None when there is none."""
    row = (
        Submission.objects.filter(pk__in=ReturnInvitation.objects.filter(invitation_id=invitation_id).values("latest_id"))
        .values_list(
            "invitation_id",
            "pk",
            "reference",
            "number",
            F("unit_return__edition_id"),
            F("unit_return__unit__organisation_id"),
            F("invitation__cycle__partnership_id"),
        )
        .first()
    )
    return Latest(*row) if row else None


def locked_latest(viewer: Viewer, reference: str) -> Latest:
    """That submission, if it is the latest of its invitation: then nothing later comes in until the transaction ends.

    `Absent` when the viewer's partnership has none of that reference; `Refused` when a later one came in.
    """
    if viewer.partnership_id is None:
        raise Absent
    invitation_id = readable(viewer).filter(reference=reference).values_list("invitation_id", flat=True).first()
    if invitation_id is None:
        raise Absent
    lock_invitation(invitation_id)
    latest = latest_of(invitation_id)
    if latest is None or latest.reference != reference:
        raise Refused(LATER)
    return latest
