"""Which standards of a return were handed to whom."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from section11.returns.models import Assignment
from section11.returns.queries.head import ReturnHead


@dataclass(frozen=True, slots=True)
class HandedStandard:
    """A standard that a contributor writes too. `done_at`: they said their part is done."""

    assignment_id: int
    standard_ref: str
    person_id: int
    person_name: str
    done_at: datetime | None


def assignments(head: ReturnHead) -> list[HandedStandard]:
    """Every handed standard of a return whose head this viewer was given, in order of the standards."""
    rows = (
        Assignment.objects.filter(unit_return_id=head.return_id)
        .order_by("standard__order", "person__name")
        .values_list("pk", F("standard__ref"), "person_id", F("person__name"), "done_at")
    )
    return [HandedStandard(*row) for row in rows]
