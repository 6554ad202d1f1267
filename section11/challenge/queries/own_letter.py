"""Letters that an officer may act on, and what one may be drafted about. For operations."""

from section11.challenge.models import Letter, PanelSlot
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.latest import lock_invitation
from section11.challenge.rules.transitions import states_before
from section11.challenge.vocabulary import PanelState, SlotOutcome
from section11.cycles.models import Invitation
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer

APPROVED = "This letter was approved, so it can no longer change"
WHOLE = ("invitation__cycle__partnership", "invitation__participation", "invitation__unit")


def officers_letter(viewer: Viewer, letter_id: int) -> Letter:
    """A letter of the viewer's partnership, held still with its invitation; for its officers, never about their own organisation."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    invitation_id = (
        Letter.objects.filter(pk=letter_id, invitation__cycle__partnership=viewer.partnership_id)
        .values_list("invitation_id", flat=True)
        .first()
    )
    if invitation_id is None:
        raise Absent
    lock_invitation(invitation_id)
    letter = Letter.objects.filter(pk=letter_id).select_related(*WHOLE).first()
    if letter is None:
        raise Absent
    refuse_conflicted(viewer, invitation_id)
    return letter


def refuse_moved_on(letter: Letter, verb: str, version: int, body: str = "") -> None:
    """`Refused` once it was approved; `Conflict` with both texts when somebody saved it since that version."""
    if letter.state not in states_before("letter", verb):
        raise Refused(APPROVED)
    if letter.version != version:
        by = letter.edited_by_name or letter.drafted_by_name
        raise Conflict(version=letter.version, mine={"body": body}, theirs={"body": letter.body}, by=by)


def locked_for_letter(viewer: Viewer, cycle_slug: str, invitation_id: int) -> Invitation:
    """An invitation that a letter may be drafted about, held still: submitted, of a cycle of the officer's partnership."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    found = Invitation.objects.filter(pk=invitation_id, cycle__slug=cycle_slug, cycle__partnership=viewer.partnership_id)
    if not found.exists():
        raise Absent
    lock_invitation(invitation_id)
    invitation = found.select_related("cycle__partnership", "participation", "unit").get()
    refuse_conflicted(viewer, invitation_id)
    if invitation.state != InvitationState.INVITED:
        raise Refused("This invitation was withdrawn or exempted, so there is nothing to write about")
    return invitation


def slot_to_tell(invitation_id: int) -> PanelSlot | None:
    """The last time of a return at a panel that was held, if no letter tells of it yet."""
    held = PanelSlot.objects.filter(invitation=invitation_id, panel__state=PanelState.HELD).exclude(outcome=SlotOutcome.NOT_SET)
    last = held.order_by("-panel__held_on", "-pk").first()
    return last if last and not Letter.objects.filter(slot=last).exists() else None


def waits_for_panel(invitation_id: int) -> bool:
    """Whether the return has a time at a panel that is still to be held or closed."""
    return PanelSlot.objects.filter(invitation=invitation_id, panel__state=PanelState.PLANNED).exists()
