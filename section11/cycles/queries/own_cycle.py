"""The cycles and invitations that a viewer may act on. For operations of this app and of those above."""

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def officers_cycle(viewer: Viewer, cycle_slug: str) -> Cycle:
    """The cycle of that slug in the viewer's partnership, if the viewer is one of its officers."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    cycle = (
        Cycle.objects.filter(partnership=viewer.partnership_id, slug=cycle_slug)
        .select_related("partnership", "edition")
        .defer("edition__document")
        .first()
    )
    if cycle is None:
        raise Absent
    return cycle


def overseen_cycle(viewer: Viewer, cycle_slug: str) -> Cycle:
    """The same, also for the partnership's scrutineers once it has opened: to read only."""
    if not viewer.has(Role.SCRUTINEER) or viewer.has(Role.OFFICER):
        return officers_cycle(viewer, cycle_slug)
    cycle = (
        Cycle.objects.filter(partnership=viewer.partnership, slug=cycle_slug)
        .exclude(state=CycleState.DRAFT)
        .select_related("partnership", "edition")
        .defer("edition__document")
        .first()
    )
    if cycle is None:
        raise Absent
    return cycle


def locked_cycle(viewer: Viewer, cycle_slug: str) -> Cycle:
    """The same, its row locked until the transaction ends: it cannot open or close meanwhile."""
    return lock_cycle(officers_cycle(viewer, cycle_slug).pk)


def lock_cycle(cycle_id: int) -> Cycle:
    """A cycle that the caller was let see by something of their own, locked: before the return and all that hangs on it."""
    return Cycle.objects.select_for_update(of=("self",), no_key=True).select_related("partnership").get(pk=cycle_id)


def officers_invitation(viewer: Viewer, cycle_slug: str, invitation_id: int) -> Invitation:
    """The invitation of that cycle, if the viewer is an officer of its partnership."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    invitation = (
        Invitation.objects.filter(pk=invitation_id, cycle__slug=cycle_slug, cycle__partnership=viewer.partnership_id)
        .select_related("cycle__partnership", "participation", "unit")
        .first()
    )
    if invitation is None:
        raise Absent
    return invitation
