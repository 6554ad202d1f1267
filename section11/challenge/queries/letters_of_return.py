"""The approved letters of a return, as its organisation reads them, for ever."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef

from section11.challenge.models import Letter, LetterOpening
from section11.challenge.vocabulary import LetterState
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.returns.queries.head import visible


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """An approved letter."""

    letter_id: int
    number: int
    submission_number: int
    body: str
    approved_at: datetime
    approved_by_name: str
    partnership_id: int
    partnership: str
    cycle: str
    who: str
    unit: str
    organisation_id: int
    opened_by_viewer: bool

    @property
    def ref(self) -> str:
        """`letter:<id>`."""
        return ref("letter", self.letter_id)

    @property
    def streams(self) -> tuple[str, str]:
        """The activity streams that tell of it: the organisation's and the partnership's."""
        return ref("organisation", self.organisation_id), ref("partnership", self.partnership_id)


def letters_of_return(viewer: Viewer, return_id: int) -> list[OwnLetter]:
    """Of a return of the viewer's units, the newest first; no drafts."""
    mine = visible(viewer).filter(unit_return_id=return_id).values("invitation_id")
    rows = (
        Letter.objects.filter(state=LetterState.APPROVED, invitation__in=mine)
        .annotate(opened_by_viewer=Exists(LetterOpening.objects.filter(letter=OuterRef("pk"), by=viewer.person_ref)))
        .order_by("-approved_at", "-pk")
        .values_list(
            *("pk", "number", "submission_number", "body", "approved_at", "approved_by_name"),
            F("invitation__cycle__partnership_id"),
            F("invitation__cycle__partnership__name"),
            F("invitation__cycle__title"),
            F("invitation__participation__name"),
            F("invitation__unit__name"),
            F("invitation__unit__organisation_id"),
            "opened_by_viewer",
        )
    )
    return [OwnLetter(*row) for row in rows]


def letter_of_return(viewer: Viewer, return_id: int, letter_id: int) -> OwnLetter:
    """One of them; `Absent` when there is none such."""
    for one in letters_of_return(viewer, return_id):
        if one.letter_id == letter_id:
            return one
    raise Absent
