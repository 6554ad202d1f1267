"""A return as the partnership that received it may act on it."""

from dataclasses import dataclass
from typing import Any, cast

from django.db.models import F

from section11.cycles.rules.standing import takes_returns
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.returns.vocabulary import ReturnState


@dataclass(frozen=True, slots=True)
class ReceivedReturn:
    """Which return a submission came from, and where it stands. Its drafts stay the organisation's."""

    return_id: int
    invitation_number: int
    state: str
    submissions: int
    reference: str
    organisation_id: int
    organisation_name: str
    unit_name: str
    cycle_id: int
    cycle_slug: str
    cycle_state: str
    invitation_state: str
    partnership_name: str

    @property
    def ref(self) -> str:
        """`return:<id>`."""
        return ref("return", self.return_id)

    @property
    def stream(self) -> str:
        """The organisation's activity stream."""
        return ref("organisation", self.organisation_id)

    @property
    def was_submitted(self) -> bool:
        """Whether a submission of it stands."""
        return self.submissions > 0

    @property
    def is_taken(self) -> bool:
        """Whether another submission could come in: the cycle is open and the invitation stands."""
        return takes_returns(self.cycle_state, self.invitation_state)

    @property
    def can_go_back(self) -> bool:
        """Whether it can be returned for correction now."""
        return self.is_taken and self.state == ReturnState.SUBMITTED


def received_return(viewer: Viewer, invitation_id: int) -> ReceivedReturn:
    """The return that answered an invitation of the viewer's partnership with a submission that stands; for its officers."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    row = (
        ReturnInvitation.objects.filter(
            invitation_id=invitation_id, invitation__cycle__partnership=viewer.partnership, latest__isnull=False
        )
        .values(
            return_id=F("unit_return_id"),
            invitation_number=F("invitation_id"),
            state=F("unit_return__state"),
            submissions=F("invitation__submissions"),
            reference=F("latest__reference"),
            organisation_id=F("unit_return__unit__organisation_id"),
            organisation_name=F("invitation__participation__name"),
            unit_name=F("unit_return__unit__name"),
            cycle_id=F("invitation__cycle_id"),
            cycle_slug=F("invitation__cycle__slug"),
            cycle_state=F("invitation__cycle__state"),
            invitation_state=F("invitation__state"),
            partnership_name=F("invitation__cycle__partnership__name"),
        )
        .first()
    )
    if row is None:
        raise Absent
    return ReceivedReturn(**cast(dict[str, Any], row))
