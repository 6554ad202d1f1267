"""What somebody on the partnership's side read already."""

from dataclasses import dataclass
from typing import Any, cast

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from section11.challenge.models import Look
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.queries.submissions import readable


@dataclass(frozen=True, slots=True)
class Looked:
    """A submission, and the highest number of its invitation that the viewer read before; 0 = none."""

    submission_id: int
    invitation_id: int
    organisation_id: int
    partnership_id: int
    number: int
    before: int

    @property
    def is_new(self) -> bool:
        """Whether neither this number nor a later one was read before."""
        return self.before < self.number


def looked(viewer: Viewer, reference: str) -> Looked:
    """What the viewer read of that submission's invitation; `Absent` when it is not for this viewer to read."""
    if not viewer.has(*READERS):
        raise Absent
    before = Look.objects.filter(invitation=OuterRef("invitation"), person_id=viewer.person_id).values("number")
    row = (
        readable(viewer)
        .filter(reference=reference)
        .values(
            *("invitation_id", "number"),
            submission_id=F("pk"),
            organisation_id=F("unit_return__unit__organisation_id"),
            partnership_id=F("invitation__cycle__partnership_id"),
            before=Coalesce(Subquery(before[:1]), Value(0)),
        )
        .first()
    )
    if row is None:
        raise Absent
    return Looked(**cast(dict[str, Any], row))
