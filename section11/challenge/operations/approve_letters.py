"""Approve many letters."""

from collections.abc import Callable, Mapping
from datetime import datetime

from section11.challenge.models import Letter
from section11.challenge.operations.approve_letter import approve_letter
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer


def approve_letters(
    viewer: Viewer, cycle_slug: str, versions: Mapping[int, int], *, at: datetime, progress: Callable[[int, int], None]
) -> tuple[int, int]:
    """Approve these letters of a cycle, each in the version that was looked at: the partnership's officers may.

    One that changed since, or may not be approved, is passed over. Gives how many were approved, and how many passed over.
    """
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    mine = Letter.objects.filter(pk__in=versions, invitation__cycle__slug=cycle_slug, invitation__cycle__partnership=viewer.partnership_id)
    chosen = list(mine.order_by("invitation__order", "pk").values_list("pk", flat=True))
    approved = passed = 0
    for number, letter_id in enumerate(chosen, 1):
        try:
            approve_letter(viewer, letter_id, version=versions[letter_id], at=at)
        except (Refused, Conflict, Absent):
            passed += 1
        else:
            approved += 1
        progress(number, len(chosen))
    return approved, passed + len(versions) - len(chosen)
