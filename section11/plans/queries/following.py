"""Which actions a partnership follows: those that stood in a submission to it, and those that it raised. No others."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from section11.directory.vocabulary import READERS
from section11.lib.clock import london_date
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionShare
from section11.plans.vocabulary import ActionState, Rag, Show

WAITS = Q(state=ActionState.OPEN) & (
    Q(help_asked_at__isnull=False, help_replied_at__isnull=True)
    | Q(help_asked_at__gt=F("help_replied_at"))
    | Q(wants_help=True, help_asked_at__isnull=True, help_replied_at__isnull=True)
)


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which of the actions are looked at. Values that mean nothing are left out of account."""

    show: str = ""  # one of Show; open ones when empty
    sector: str = ""
    cycle: str = ""
    organisation: str = ""  # the slug of a participation
    search: str = ""  # words of the organisation's or unit's name

    @property
    def shown(self) -> Show:
        """The list that is meant."""
        return Show(self.show) if self.show in set(Show) else Show.OPEN


@dataclass(frozen=True, slots=True)
class WaitingCounts:
    """How many actions want somebody's attention."""

    overdue: int
    red: int
    done: int  # to be confirmed
    support: int

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return bool(self.overdue or self.red or self.done or self.support)


def shares_of(viewer: Viewer) -> QuerySet[ActionShare]:
    """What the viewer's partnership follows, for those who read submissions; `Absent` for everybody else."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    return ActionShare.objects.filter(invitation__cycle__partnership=viewer.partnership_id)


def followed_actions(viewer: Viewer) -> QuerySet[Action]:
    """The actions that the viewer's partnership follows, whatever their state."""
    return Action.objects.filter(Exists(shares_of(viewer).filter(action_id=OuterRef("pk"))))


def narrowed(viewer: Viewer, chosen: ActionFilter) -> QuerySet[Action]:
    """Those that match, but for what is shown of them."""
    shares = shares_of(viewer).filter(action_id=OuterRef("pk"))
    if chosen.sector:
        shares = shares.filter(invitation__sector__key=chosen.sector)
    if chosen.cycle:
        shares = shares.filter(invitation__cycle__slug=chosen.cycle)
    if chosen.organisation:
        shares = shares.filter(invitation__participation__slug=chosen.organisation)
    for word in chosen.search.replace("\x00", "").split():
        shares = shares.filter(Q(invitation__participation__name__icontains=word) | Q(invitation__unit__name__icontains=word))
    return Action.objects.filter(Exists(shares))


def shown_as(show: Show, at: datetime) -> Q:
    """Being in one of the lists."""
    if show is Show.OVERDUE:
        return Q(state=ActionState.OPEN, due__lt=london_date(at))
    if show is Show.RED:
        return Q(state=ActionState.OPEN, rag=Rag.RED)
    if show is Show.SUPPORT:
        return WAITS
    return Q(state=ActionState(show.value))


def counts_by_list(actions: QuerySet[Action], at: datetime) -> dict[Show, int]:
    """How many are in each list."""
    counted = actions.aggregate(**{show.value: Count("pk", filter=shown_as(show, at)) for show in Show})
    return {show: counted[show.value] for show in Show}


def trouble_first(actions: QuerySet[Action], at: datetime) -> QuerySet[Action]:
    """Red and overdue ones first, then by due date, undated last."""
    trouble = When(shown_as(Show.RED, at) | shown_as(Show.OVERDUE, at), then=Value(0))
    ranked = actions.annotate(rank=Case(trouble, default=Value(1), output_field=IntegerField()))
    return ranked.order_by("rank", F("due").asc(nulls_last=True), "pk")


def actions_waiting(viewer: Viewer, *, at: datetime) -> WaitingCounts:
    """How many actions of the viewer's partnership are overdue, red, to be confirmed, or ask for support."""
    if not viewer.has(*READERS):
        return WaitingCounts(0, 0, 0, 0)
    counted = counts_by_list(followed_actions(viewer), at)
    return WaitingCounts(counted[Show.OVERDUE], counted[Show.RED], counted[Show.DONE], counted[Show.SUPPORT])
