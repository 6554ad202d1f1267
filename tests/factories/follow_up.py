"""Support conversations and follow-ups, as the operations leave them."""

from datetime import date, datetime
from typing import Any

from section11.challenge.models import FollowUp, SupportConversation
from section11.challenge.operations.agree_support import agree_support
from section11.challenge.operations.log_support import log_support
from section11.challenge.operations.note_support_needed import note_support_needed
from section11.challenge.operations.pick_for_follow_up import pick_for_follow_up
from section11.challenge.operations.raise_follow_ups import raise_follow_ups
from section11.challenge.vocabulary import SupportState
from section11.cycles.models import Cycle
from section11.directory.models import SectorLead
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer, system_viewer
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, Opened, answer_everything, open_return, rate, sign_and_submit

DAY = date(2026, 11, 2)


def product(cycle: Cycle) -> Viewer:
    """The scheduler, acting for the cycle's partnership."""
    return system_viewer("scheduler", partnership_id=cycle.partnership_id, roles=frozenset({Role.OFFICER}))


def weak_return(*unmet: str, **given: Any) -> tuple[Opened, str]:
    """A submitted return in which these statements are not met and the rest is, with its reference."""
    opened = open_return(**given)
    answer_everything(opened)
    for ref in unmet:
        rate(opened, ref, "unmet", reason="Not yet.", no_action_reason="We plan it.")
    return opened, sign_and_submit(opened)


def make_support(opened: Opened, state: SupportState = SupportState.NEEDED, *, at: datetime = AT) -> SupportConversation:
    """The support conversation with a return that does not fully meet the standards, moved on by the operations that do."""
    note_support_needed(product(opened.cycle), opened.cycle.pk, at=at)
    row = SupportConversation.objects.get(invitation=opened.invitation)
    where = (opened.officer, opened.cycle.slug, opened.invitation.pk)
    if state in (SupportState.AGREED, SupportState.LOGGED):
        agree_support(*where, agreed_for=DAY, with_whom="Olive Officer and Ann Lead", version=row.version, at=at)
    if state == SupportState.LOGGED:
        log_support(*where, said="Training comes first.", version=row.version + 1, at=at)
    row.refresh_from_db()
    return row


def make_follow_up(opened: Opened, *, note: str = "We heard worrying things.", at: datetime = AT) -> FollowUp:
    """A return that an officer picked."""
    made = pick_for_follow_up(opened.officer, opened.cycle.slug, opened.invitation.pk, note=note, at=at)
    return FollowUp.objects.get(pk=made)


def raised(cycle: Cycle, *, at: datetime = AT) -> int:
    """How many follow-ups the scheduler raises or adds to at that moment."""
    return raise_follow_ups(product(cycle), cycle.pk, at=at)


def make_strategic_lead(opened: Opened, role: Role = Role.EXECUTIVE_VIEWER) -> Viewer:
    """Somebody with that role in the partnership, who leads the sector of the return."""
    viewer = make_viewer(role, of=opened.cycle.partnership)
    SectorLead.objects.update_or_create(sector=opened.invitation.sector, defaults={"person_id": viewer.person_id, "since": AT})
    return viewer
