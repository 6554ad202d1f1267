"""What became of the actions that a partnership was told of in an earlier audit. Grouped by the database."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import ActionShare
from section11.plans.queries.own_plan import own_actions
from section11.plans.vocabulary import ActionState


@dataclass(frozen=True, slots=True)
class ActionsSince:
    """How many actions of an earlier audit are in which state now; those already done when they were told of are left out."""

    still_open: int = 0
    done: int = 0  # the organisation says so
    confirmed: int = 0  # the partnership agrees
    dropped: int = 0

    @property
    def closed(self) -> int:
        """Done, whether confirmed or not yet."""
        return self.done + self.confirmed

    @property
    def total(self) -> int:
        """All of them, dropped ones too."""
        return self.closed + self.still_open + self.dropped

    def __add__(self, other: "ActionsSince") -> "ActionsSince":
        return ActionsSince(
            self.still_open + other.still_open,
            self.done + other.done,
            self.confirmed + other.confirmed,
            self.dropped + other.dropped,
        )


def actions_since(viewer: Viewer, cycle_id: int) -> dict[int, ActionsSince]:
    """By unit: the actions that the viewer's partnership follows from that cycle of its own, to everybody with a role there."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    shares = ActionShare.objects.filter(invitation__cycle=cycle_id, invitation__cycle__partnership=viewer.partnership)
    return _counted(shares)


def own_actions_since(viewer: Viewer, invitation_id: int) -> ActionsSince:
    """Of one earlier invitation: the actions of the viewer's own units that its partnership was told of."""
    shares = ActionShare.objects.filter(invitation=invitation_id, action__in=own_actions(viewer))
    return sum(_counted(shares).values(), ActionsSince())


def _counted(shares: QuerySet[ActionShare]) -> dict[int, ActionsSince]:
    since = shares.exclude(Q(action__done_at__isnull=False) & Q(action__done_at__lt=F("shared_at"))).order_by()
    found: dict[int, ActionsSince] = {}
    rows = since.values_list("action__unit_id", "action__state").annotate(number=Count("action_id", distinct=True))
    for unit_id, state, number in rows:
        name = "still_open" if state == ActionState.OPEN else str(state)
        found[unit_id] = found.get(unit_id, ActionsSince()) + ActionsSince(**{name: number})
    return found
