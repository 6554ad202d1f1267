"""Draft the letters of many returns."""

from collections.abc import Callable, Collection
from datetime import datetime

from section11.challenge.models import Letter
from section11.challenge.operations.draft_letter import draft_letter
from section11.challenge.vocabulary import LetterState
from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer


def draft_letters(
    viewer: Viewer, cycle_slug: str, invitation_ids: Collection[int], *, at: datetime, progress: Callable[[int, int], None]
) -> tuple[int, int]:
    """Draft a letter for each of these returns of a cycle, one after the other: the partnership's officers may.

    Those of which none can be drafted now are passed over. Drafts that are there stay. Gives how many were made, and passed over.
    """
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    mine = Invitation.objects.filter(pk__in=set(invitation_ids), cycle__slug=cycle_slug, cycle__partnership=viewer.partnership_id)
    chosen = list(mine.order_by("order", "pk").values_list("pk", flat=True))
    if len(chosen) != len(set(invitation_ids)):
        raise Absent
    before = set(Letter.objects.filter(invitation__in=chosen, state=LetterState.DRAFT).values_list("invitation_id", flat=True))
    made = passed = 0
    for number, invitation_id in enumerate(chosen, 1):
        try:
            draft_letter(viewer, cycle_slug, invitation_id, at=at)
        except Refused:
            passed += 1
        else:
            made += invitation_id not in before
        progress(number, len(chosen))
    return made, passed
