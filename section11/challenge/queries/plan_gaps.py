"""Plan quality: what is partial or unmet in the latest submissions of a cycle without saying what, who and by when.

The agreed level counts where one holds, else the self-rating.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from section11.challenge.models import AgreedLevel
from section11.cycles.models import Cycle
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionShare
from section11.plans.rules.action_text import parts_missing
from section11.plans.vocabulary import ActionState
from section11.returns.models import ReturnInvitation, SubmittedAction, SubmittedAnswer
from section11.standards.vocabulary import LevelClass

SHORT = (LevelClass.PARTIAL, LevelClass.UNMET)


@dataclass(frozen=True, slots=True)
class PlanGap:
    """A statement without a whole action. `missing`: of the action that comes nearest (nothing: there is none at all)."""

    organisation: str
    organisation_slug: str
    unit: str
    reference: str  # of the submission
    statement_ref: str
    statement_text: str
    level_label: str  # the self-rating; empty: not answered
    level_class: str
    agreed_label: str  # the agreed level; empty where none holds
    agreed_class: str
    missing: tuple[str, ...]
    has_some: bool
    wants_help: bool
    no_action_reason: str
    planned_since: bool  # the living plan has a whole action for it by now

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)


@dataclass(frozen=True, slots=True)
class PlanGaps:
    """A page of a cycle's gaps, by organisation."""

    cycle_slug: str
    cycle_title: str
    organisations: int
    page: Page[PlanGap]
    sectors: tuple[tuple[str, str], ...]


def plan_gaps(viewer: Viewer, cycle_slug: str, *, sector: str = "", page: str = "1") -> PlanGaps:
    """One page of them, for those who read submissions: by organisation, then in the order of the statements."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    cycle = Cycle.objects.filter(partnership=viewer.partnership_id, slug=cycle_slug).exclude(state=CycleState.DRAFT).first()
    if cycle is None:
        raise Absent
    latest = ReturnInvitation.objects.filter(invitation__cycle=cycle, invitation__state=InvitationState.INVITED, latest__isnull=False)
    sectors = latest.values_list("invitation__sector__key", "invitation__sector__label", "invitation__sector__order").distinct()
    chosen = latest.filter(invitation__sector__key=sector) if sector else latest
    without = SubmittedAnswer.objects.filter(submission__in=chosen.values("latest_id"), has_action=False)
    short = Q(level__level_class__in=SHORT)
    bare = without.filter(Exists(_standing().filter(short)) | (short & ~Exists(_standing())))
    whose = list(bare.order_by().values_list("submission__invitation__participation_id", flat=True))
    number = page_number(page, len(whose))
    return PlanGaps(
        cycle_slug=cycle.slug,
        cycle_title=cycle.title,
        organisations=len(set(whose)),
        page=Page(_rows(bare, window(number)), number, len(whose)),
        sectors=tuple((key, label) for key, label, _ in sectors.order_by("invitation__sector__order", "invitation__sector__key")),
    )


def _standing() -> QuerySet[AgreedLevel]:
    """The agreed level of a submitted answer that holds: it was agreed on the present self-rating."""
    of_it = AgreedLevel.objects.filter(invitation=OuterRef("submission__invitation"), statement=OuterRef("statement"))
    return of_it.annotate(on=Coalesce("agreed_on_id", Value(0))).filter(on=Coalesce(OuterRef("level_id"), Value(0)))


def _rows(bare: QuerySet[SubmittedAnswer], some: slice) -> list[PlanGap]:
    whole = ~Q(what="") & ~Q(who="") & Q(due__isnull=False) & ~Q(state=ActionState.DROPPED)
    shared = ActionShare.objects.filter(action_id=OuterRef("pk"), invitation_id=OuterRef(OuterRef("submission__invitation_id")))
    since = Action.objects.filter(whole, Exists(shared), statement_id=OuterRef("statement_id"))
    told = bare.annotate(
        planned_since=Exists(since),
        organisation=F("submission__invitation__participation__name"),
        organisation_slug=F("submission__invitation__participation__slug"),
        unit=F("submission__invitation__unit__name"),
        reference=F("submission__reference"),
        statement_ref=F("statement__ref"),
        statement_text=F("statement__text"),
        level_label=Coalesce(F("level__label"), Value("")),
        level_class=Coalesce(F("level__level_class"), Value("")),
        agreed_label=Coalesce(Subquery(_standing().values("level__label")[:1]), Value("")),
        agreed_class=Coalesce(Subquery(_standing().values("level__level_class")[:1]), Value("")),
    ).order_by("organisation", "unit", "submission_id", "statement__standard__order", "statement__order")
    rows = list(
        told.values(
            *("organisation", "organisation_slug", "unit", "reference", "statement_ref", "statement_text", "level_label", "level_class"),
            *("agreed_label", "agreed_class", "no_action_reason", "planned_since", "submission_id", "statement_id"),
        )[some]
    )
    actions: defaultdict[tuple[int, int], list[SubmittedAction]] = defaultdict(list)
    for action in SubmittedAction.objects.filter(submission__in={row["submission_id"] for row in rows}, statement__isnull=False):
        actions[action.submission_id, action.statement_id or 0].append(action)
    return [_gap(row, actions[row.pop("submission_id"), row.pop("statement_id")]) for row in rows]


def _gap(row: dict[str, Any], actions: Sequence[SubmittedAction]) -> PlanGap:
    missing = min((parts_missing(a.what, a.who, a.due) for a in actions), key=len, default=())
    return PlanGap(**row, missing=missing, has_some=bool(actions), wants_help=any(a.wants_help for a in actions))
