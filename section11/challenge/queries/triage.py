"""The returns of a cycle in the order in which they are worth reading, with the reasons."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from section11.challenge.models import Look, ReviewerPart, SamplePick
from section11.challenge.queries.conflicts import belongs_to
from section11.challenge.rules.triage import Counted, Found, Reason, in_reading_order, pools, reasons_for
from section11.cycles.models import Cycle
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import READERS, Role
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, StandardCount
from section11.standards.vocabulary import LevelClass

RATED = (LevelClass.MET, LevelClass.PARTIAL, LevelClass.UNMET)


@dataclass(frozen=True, slots=True)
class TriageFilter:
    """Which returns are wanted: not looked at by the viewer yet, the viewer's to review, with one reason."""

    unseen: bool = False
    mine: bool = False
    reason: str = ""  # one of Reason


@dataclass(frozen=True, slots=True)
class TriageRow:
    """One return that is in, and why it is worth reading."""

    reference: str
    number: int
    who: str
    sector: str
    submitted_at: datetime
    met: int
    rated: int
    reasons: tuple[Found, ...]
    is_seen: bool  # by the viewer, in its latest submission
    is_mine: bool
    is_own: bool  # the viewer belongs to the organisation: a colleague judges it


@dataclass(frozen=True, slots=True)
class Triage:
    """One page of a cycle's returns. Counts are over all of them, whatever is filtered."""

    cycle_slug: str
    cycle_title: str
    in_all: int
    unseen: int
    mine: int
    sampled: int
    by_reason: Mapping[Reason, int]
    page: Page[TriageRow]

    @property
    def left_to_draw(self) -> int:
        """How many returns the random sample could still draw."""
        return self.in_all - self.sampled


def triage(viewer: Viewer, cycle_slug: str, wanted: TriageFilter, *, page: str) -> Triage:
    """The returns of a cycle that are in, what is worth reading first; for officers, reviewers and the scrutineer."""
    cycle = _cycle(viewer, cycle_slug)
    rows = _rows(viewer, cycle)
    counted = {row["invitation_id"]: _counted(row) for row in rows}
    sectors = pools(counted.values())
    reasons = {key: reasons_for(one, sectors) for key, one in counted.items()}
    by_key = {row["invitation_id"]: _told(row, counted[row["invitation_id"]], reasons[row["invitation_id"]]) for row in rows}
    ordered = [by_key[key] for key in in_reading_order(reasons)]
    found = [row for row in ordered if _is_wanted(row, wanted)]
    number = page_number(page, len(found))
    return Triage(
        cycle_slug=cycle.slug,
        cycle_title=cycle.title,
        in_all=len(ordered),
        unseen=sum(not row.is_seen for row in ordered),
        mine=sum(row.is_mine for row in ordered),
        sampled=sum(one.sampled for one in counted.values()),
        by_reason={reason: sum(_has(row.reasons, reason) for row in ordered) for reason in Reason},
        page=Page(found[window(number)], number, len(found)),
    )


def _cycle(viewer: Viewer, cycle_slug: str) -> Cycle:
    if not viewer.has(*READERS):
        raise Absent
    cycle = Cycle.objects.filter(partnership=viewer.partnership, slug=cycle_slug).exclude(state=CycleState.DRAFT).first()
    if cycle is None:
        raise Absent
    return cycle


def _rows(viewer: Viewer, cycle: Cycle) -> list[dict[str, Any]]:
    """Every return that is in, by name, with all that triage asks: one statement."""
    looks = Look.objects.filter(invitation=OuterRef("invitation"), person=viewer.person_id)
    parts = ReviewerPart.objects.filter(cycle=cycle, person=viewer.person_id)
    counts = StandardCount.objects.filter(submission=OuterRef("latest")).order_by().values("submission")
    met = counts.filter(level__level_class=LevelClass.MET).annotate(sum=Sum("count")).values("sum")
    rated = counts.filter(level__level_class__in=RATED).annotate(sum=Sum("count")).values("sum")
    found = ReturnInvitation.objects.filter(
        invitation__cycle=cycle, invitation__state=InvitationState.INVITED, latest__isnull=False
    ).order_by("invitation__participation__name", "invitation__unit__name", "invitation_id")
    rows = found.values(
        "invitation_id",
        reference=F("latest__reference"),
        number=F("latest__number"),
        organisation=F("invitation__participation__name"),
        unit=F("invitation__unit__name"),
        sector_key=F("invitation__sector__key"),
        sector=F("invitation__sector__label"),
        submitted_at=F("latest__submitted_at"),
        with_evidence=F("latest__signs__with_evidence"),
        texts=F("latest__signs__texts"),
        texts_unchanged=F("latest__signs__texts_unchanged"),
        new_lead=F("latest__signs__new_lead"),
        met=Coalesce(Subquery(met), 0),
        rated=Coalesce(Subquery(rated), 0),
        sampled=Exists(SamplePick.objects.filter(invitation=OuterRef("invitation"))),
        seen=Exists(looks.filter(number__gte=OuterRef("latest__number"))),
        own=belongs_to(viewer.person_id, OuterRef("invitation__participation__organisation")),
        parted=Exists(parts),
        given=Exists(parts.filter(Q(sector=OuterRef("invitation__sector")) | Q(standard__isnull=False))),
    )
    writes = viewer.has(Role.OFFICER, Role.REVIEWER)
    return [{**row, "mine": writes and not row["own"] and (row["given"] or not row["parted"])} for row in rows]


def _counted(row: Mapping[str, Any]) -> Counted:
    return Counted(
        key=row["invitation_id"],
        sector=row["sector_key"],
        met=row["met"],
        rated=row["rated"],
        with_evidence=row["with_evidence"] or 0,
        texts=row["texts"] or 0,
        texts_unchanged=row["texts_unchanged"] or 0,
        new_lead=bool(row["new_lead"]),
        sampled=row["sampled"],
    )


def _told(row: Mapping[str, Any], one: Counted, reasons: tuple[Found, ...]) -> TriageRow:
    return TriageRow(
        reference=row["reference"],
        number=row["number"],
        who=who_words(row["organisation"], row["unit"]),
        sector=row["sector"],
        submitted_at=row["submitted_at"],
        met=one.met,
        rated=one.rated,
        reasons=reasons,
        is_seen=row["seen"],
        is_mine=row["mine"],
        is_own=row["own"],
    )


def _has(reasons: Collection[Found], wanted: Reason | str) -> bool:
    return any(one.reason == wanted for one in reasons)


def _is_wanted(row: TriageRow, wanted: TriageFilter) -> bool:
    if (wanted.unseen and row.is_seen) or (wanted.mine and not row.is_mine):
        return False
    return wanted.reason not in set(Reason) or _has(row.reasons, wanted.reason)
