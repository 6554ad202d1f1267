"""The letters of a cycle, as its partnership sees them: who has one, and who opened it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower

from section11.challenge.models import Letter, LetterOpening, PanelSlot
from section11.challenge.queries.conflicts import belongs_to
from section11.challenge.queries.reading_waiting import begun
from section11.challenge.vocabulary import SLOT_OUTCOME_WORDS, LetterState, PanelState, SlotOutcome
from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.register_selection import readable_cycle
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import READERS, Role
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation

GROUPS: dict[str, Q] = {
    "none": Q(letter__isnull=True),
    "begun": Q(is_begun=True),
    "draft": Q(letter_state=LetterState.DRAFT.value),
    "sent": Q(letter_state=LetterState.APPROVED.value),
    "not-opened": Q(letter_state=LetterState.APPROVED.value, opened=0),
}
GROUP_WORDS = {
    "none": "No letter",
    "begun": "Judging begun, no letter",
    "draft": "Drafts",
    "sent": "Approved and sent",
    "not-opened": "Sent, not opened",
}

FIELDS = (
    *("pk", "unit_id", "name", "part", "label", "submissions", "letter", "letter_state", "letter_version", "letter_number", "speaks_of"),
    *("approved_at", "opened", "first_opened", "outcome", "waits", "conflicted"),
)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A return that is in, and the newest letter about it."""

    invitation_id: int
    unit_id: int
    who: str
    sector: str
    submissions: int  # the number of the latest submission
    letter_id: int | None
    letter_state: str
    letter_version: int
    letter_number: int
    speaks_of: int  # the number of the submission that the letter speaks of
    approved_at: datetime | None
    opened: int  # by how many people
    opened_at: datetime | None
    outcome: SlotOutcome  # of the last panel that was held
    waits_for_panel: bool
    conflicted: bool

    @property
    def is_draft(self) -> bool:
        """Whether it can still change."""
        return self.letter_state == LetterState.DRAFT

    @property
    def is_behind(self) -> bool:
        """Whether a later submission came in than the one the letter speaks of."""
        return self.letter_id is not None and self.speaks_of < self.submissions

    @property
    def may_draft(self) -> bool:
        """Whether a letter could be drafted now."""
        return not self.conflicted and not self.is_draft and not self.waits_for_panel

    @property
    def outcome_words(self) -> str:
        """What a panel made of it; empty for a return that came to none."""
        return SLOT_OUTCOME_WORDS[self.outcome] if self.outcome is not SlotOutcome.NOT_SET else ""


@dataclass(frozen=True, slots=True)
class LetterList:
    """A page of a cycle's returns with their letters."""

    cycle_slug: str
    cycle_title: str
    counts: Mapping[str, int]
    total: int
    page: Page[LetterRow]


def letters_of_cycle(viewer: Viewer, cycle_slug: str, *, group: str, page: str) -> LetterList:
    """For those who read submissions: officers, reviewers and the scrutineer."""
    cycle = _cycle(viewer, cycle_slug)
    found = _annotated(viewer, cycle.pk)
    named = {name.replace("-", "_"): Count("pk", filter=which) for name, which in GROUPS.items()}
    counted = found.aggregate(in_all=Count("pk"), **named)
    counts = {name: counted[name.replace("-", "_")] for name in GROUPS}
    wanted = found.filter(GROUPS[group]) if group in GROUPS else found
    matching = counts.get(group, counted["in_all"])
    number = page_number(page, matching)
    return LetterList(cycle.slug, cycle.title, counts, counted["in_all"], Page(_rows(wanted)[window(number)], number, matching))


def chosen_letters(viewer: Viewer, cycle_slug: str, invitation_ids: Collection[int] | None, *, group: str = "") -> list[LetterRow]:
    """These returns of a cycle, or all of a group; for its officers. Absent as a whole when one of them is not the cycle's."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    cycle = _cycle(viewer, cycle_slug)
    found = _annotated(viewer, cycle.pk)
    if invitation_ids is None:
        return _rows(found.filter(GROUPS[group]) if group in GROUPS else found)
    rows = _rows(found.filter(pk__in=invitation_ids))
    if len(rows) != len(set(invitation_ids)):
        raise Absent
    return rows


def _cycle(viewer: Viewer, cycle_slug: str) -> Cycle:
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    return readable_cycle(viewer, cycle_slug)


def _annotated(viewer: Viewer, cycle_id: int) -> QuerySet[Invitation]:
    """Every return of a cycle that is in, with what is known of its newest letter and its last panel."""
    letters = Letter.objects.filter(invitation=OuterRef("pk")).order_by("-number")
    openings = LetterOpening.objects.filter(letter=OuterRef("letter")).order_by()
    held = PanelSlot.objects.filter(invitation=OuterRef("pk"), panel__state=PanelState.HELD).order_by("-panel__held_on", "-pk")
    waiting = PanelSlot.objects.filter(invitation=OuterRef("pk"), panel__state=PanelState.PLANNED)
    opened = openings.values("letter").annotate(n=Count("pk")).values("n")
    return Invitation.objects.filter(cycle=cycle_id, state=InvitationState.INVITED, submissions__gt=0).annotate(
        letter=Subquery(letters.values("pk")[:1]),
        letter_state=Subquery(letters.values("state")[:1]),
        letter_version=Subquery(letters.values("version")[:1]),
        letter_number=Subquery(letters.values("number")[:1]),
        speaks_of=Subquery(letters.values("submission_number")[:1]),
        approved_at=Subquery(letters.values("approved_at")[:1]),
        opened=Coalesce(Subquery(opened, output_field=IntegerField()), 0),
        first_opened=Subquery(openings.order_by("at").values("at")[:1]),
        outcome=Subquery(held.values("outcome")[:1]),
        waits=Exists(waiting),
        is_begun=Exists(begun(ReturnInvitation.objects.filter(invitation=OuterRef("pk")))),
        conflicted=belongs_to(viewer.person_id, OuterRef("participation__organisation")),
    )


def _rows(found: QuerySet[Invitation]) -> list[LetterRow]:
    rows = found.annotate(
        name=F("participation__name"), part=F("unit__name"), label=F("sector__label"), by_name=Lower("participation__name")
    ).order_by("by_name", "part", "pk")
    return [_row(cast(dict[str, Any], row)) for row in rows.values(*FIELDS)]


def _row(row: dict[str, Any]) -> LetterRow:
    return LetterRow(
        invitation_id=row["pk"],
        unit_id=row["unit_id"],
        who=who_words(row["name"], row["part"]),
        sector=row["label"],
        submissions=row["submissions"],
        letter_id=row["letter"],
        letter_state=row["letter_state"] or "",
        letter_version=row["letter_version"] or 0,
        letter_number=row["letter_number"] or 0,
        speaks_of=row["speaks_of"] or 0,
        approved_at=row["approved_at"],
        opened=row["opened"],
        opened_at=row["first_opened"],
        outcome=SlotOutcome(row["outcome"] or ""),
        waits_for_panel=bool(row["waits"]),
        conflicted=row["conflicted"],
    )
