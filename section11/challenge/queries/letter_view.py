"""One letter, as its partnership sees it: the text, what it speaks of, who opened it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef

from section11.challenge.models import Letter, LetterOpening, Recommendation
from section11.challenge.queries.conflicts import belongs_to
from section11.challenge.vocabulary import LetterState, RecommendationState
from section11.cycles.rules.standing import who_words
from section11.directory.vocabulary import READERS, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter. Drafts are for officers only."""

    letter_id: int
    invitation_id: int
    unit_id: int
    who: str
    cycle_slug: str
    cycle_title: str
    partnership: str
    number: int
    submission_number: int
    submissions: int
    body: str
    state: LetterState
    version: int
    panel_id: int | None
    drafted_at: datetime
    drafted_by: str
    edited_at: datetime | None
    edited_by: str
    approved_at: datetime | None
    approved_by: str
    content_hash: str
    conflicted: bool

    @property
    def is_draft(self) -> bool:
        """Whether it can still change."""
        return self.state is LetterState.DRAFT

    @property
    def is_behind(self) -> bool:
        """Whether a later submission came in than the one it speaks of."""
        return self.submission_number < self.submissions


def letter_view(viewer: Viewer, cycle_slug: str, letter_id: int) -> LetterView:
    """A letter of a cycle: drafts for its officers, approved ones for those who read submissions; `Absent` otherwise.

    Nobody reads the draft of a letter to the organisation that they belong to.
    """
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    found = Letter.objects.filter(pk=letter_id, invitation__cycle__slug=cycle_slug, invitation__cycle__partnership=viewer.partnership_id)
    if not viewer.has(Role.OFFICER):
        found = found.filter(state=LetterState.APPROVED)
    row = (
        found.select_related("invitation__cycle__partnership", "invitation__participation", "invitation__unit", "slot")
        .annotate(conflicted=belongs_to(viewer.person_id, OuterRef("invitation__participation__organisation")))
        .first()
    )
    if row is None or (row.conflicted and row.state == LetterState.DRAFT):
        raise Absent
    invitation = row.invitation
    return LetterView(
        letter_id=row.pk,
        invitation_id=invitation.pk,
        unit_id=invitation.unit_id,
        who=who_words(invitation.participation.name, invitation.unit.name),
        cycle_slug=invitation.cycle.slug,
        cycle_title=invitation.cycle.title,
        partnership=invitation.cycle.partnership.name,
        number=row.number,
        submission_number=row.submission_number,
        submissions=invitation.submissions,
        body=row.body,
        state=LetterState(row.state),
        version=row.version,
        panel_id=row.slot.panel_id if row.slot else None,
        drafted_at=row.drafted_at,
        drafted_by=row.drafted_by_name,
        edited_at=row.edited_at,
        edited_by=row.edited_by_name,
        approved_at=row.approved_at,
        approved_by=row.approved_by_name,
        content_hash=row.content_hash,
        conflicted=row.conflicted,
    )


def draft_view(viewer: Viewer, cycle_slug: str, letter_id: int) -> LetterView:
    """A letter that the viewer may work on: an officer who does not belong to the organisation; `Absent` otherwise."""
    found = letter_view(viewer, cycle_slug, letter_id)
    if not viewer.has(Role.OFFICER) or found.conflicted:
        raise Absent
    return found


def openings(letter: LetterView) -> list[tuple[str, datetime]]:
    """Who of the organisation opened it, and when first; of a letter that the caller was let see."""
    return list(LetterOpening.objects.filter(letter=letter.letter_id).order_by("at", "pk").values_list("by_name", "at"))


def other_letters(viewer: Viewer, letter: LetterView) -> list[tuple[int, int]]:
    """Id and number of the other letters about the same return that this viewer may read, the newest first."""
    found = Letter.objects.filter(invitation=letter.invitation_id).exclude(pk=letter.letter_id)
    if not viewer.has(Role.OFFICER):
        found = found.filter(state=LetterState.APPROVED)
    return list(found.order_by("-number").values_list("pk", "number"))


def to_be_given(letter: LetterView) -> list[tuple[str, bool]]:
    """The recommendations that go with it when it is approved, and whether the letter says each in its own words."""
    drafts = Recommendation.objects.filter(invitation=letter.invitation_id, state=RecommendationState.DRAFT).order_by(
        "standard__order", "pk"
    )
    said = "".join(letter.body.replace("\\", "").split())
    return [(text, "".join(text.replace("\\", "").split()) in said) for text in drafts.values_list("text", flat=True)]
