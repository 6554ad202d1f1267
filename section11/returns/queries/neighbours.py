"""The submissions before and after one, to read across a cycle."""

from dataclasses import dataclass

from django.db.models import F

from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.returns.queries.submissions import SubmissionHead, readable


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A submission next to another: its reference and whose it is."""

    reference: str
    name: str


def neighbours(viewer: Viewer, head: SubmissionHead) -> tuple[Neighbour | None, Neighbour | None]:
    """The latest submissions before and after this one's invitation, by organisation and unit name, in its cycle."""
    latest = ReturnInvitation.objects.filter(invitation__cycle_id=head.cycle_id, latest__isnull=False).values("latest_id")
    rows = (
        readable(viewer)
        .filter(pk__in=latest)
        .order_by("invitation__participation__name", "invitation__unit__name", "invitation_id")
        .values_list("invitation_id", "reference", F("invitation__participation__name"), F("invitation__unit__name"))
    )
    ordered = list(rows)
    place = next((n for n, row in enumerate(ordered) if row[0] == head.invitation_number), None)
    if place is None:
        return None, None
    before = _neighbour(ordered[place - 1]) if place else None
    after = _neighbour(ordered[place + 1]) if place + 1 < len(ordered) else None
    return before, after


def _neighbour(row: tuple[int, str, str, str]) -> Neighbour:
    _, reference, name, unit = row
    return Neighbour(reference, f"{name}, {unit}" if unit else name)
