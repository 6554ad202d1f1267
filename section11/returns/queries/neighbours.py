"""The submissions around one: its own other numbers, and those before and after it, to read across a cycle."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q

from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer
from section11.returns.queries.submissions import SubmissionHead, readable


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A submission next to another: its reference and whose it is."""

    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class Number:
    """One of the submissions of the same invitation."""

    number: int
    reference: str
    submitted_at: datetime
    withdrawn_at: datetime | None = None  # None: it stands


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands around a submission. `numbers`: all of its invitation, the latest first."""

    before: Neighbour | None
    after: Neighbour | None
    numbers: tuple[Number, ...]

    @property
    def standing(self) -> Number | None:
        """The latest of the invitation that was not withdrawn: the one that counts."""
        return next((one for one in self.numbers if one.withdrawn_at is None), None)

    def is_latest(self, number: int) -> bool:
        """Whether that is the one that counts."""
        return self.standing is not None and self.standing.number == number


def neighbours(viewer: Viewer, head: SubmissionHead, statement_ref: str = "") -> Neighbours:
    """The latest submissions before and after this one's invitation, by organisation and unit name, in its cycle; one SQL statement.

    With a statement, those only in which it was asked.
    """
    latest = ReturnInvitation.objects.filter(invitation__cycle_id=head.cycle_id, latest__isnull=False).values("latest_id")
    counts = Q(pk__in=latest)
    if statement_ref:
        counts &= Q(Exists(SubmittedAnswer.objects.filter(submission=OuterRef("pk"), statement__ref=statement_ref)))
    rows = list(
        readable(viewer)
        .filter(counts | Q(invitation_id=head.invitation_number))
        .order_by("invitation__participation__name", "invitation__unit__name", "invitation_id", "-number")
        .values_list(
            *("invitation_id", "number", "reference", "submitted_at"),
            F("withdrawal__at"),
            F("invitation__participation__name"),
            F("invitation__unit__name"),
        )
    )
    own = [n for n, row in enumerate(rows) if row[0] == head.invitation_number]
    numbers = tuple(Number(*rows[n][1:5]) for n in own)
    if not own:
        return Neighbours(None, None, ())
    before = _neighbour(rows[own[0] - 1]) if own[0] else None
    after = _neighbour(rows[own[-1] + 1]) if own[-1] + 1 < len(rows) else None
    return Neighbours(before, after, numbers)


def _neighbour(row: tuple[int, int, str, datetime, datetime | None, str, str]) -> Neighbour:
    _, _, reference, _, _, name, unit = row
    return Neighbour(reference, f"{name}, {unit}" if unit else name)
