"""The invitations that an officer chose on the register. For operations of this app."""

from collections.abc import Collection

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Absent, Refused


def chosen_invitations(cycle: Cycle, ids: Collection[int]) -> list[Invitation]:
    """These invitations of a cycle, in the register's order; absent as a whole when one of them is not the cycle's."""
    if not ids:
        raise Refused("Choose at least one invitation")
    chosen = list(
        Invitation.objects.filter(cycle=cycle, pk__in=set(ids)).select_related("cycle", "participation", "unit").order_by("order", "pk")
    )
    if len(chosen) != len(set(ids)):
        raise Absent
    return chosen


def refuse_unless_open(cycle: Cycle) -> None:
    """Only an open audit has returns to wait for."""
    if cycle.state != CycleState.OPEN:
        raise Refused("This audit is not open yet" if cycle.state == CycleState.DRAFT else "This audit is closed")
