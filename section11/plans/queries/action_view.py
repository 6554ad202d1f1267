"""One action with its history: as its organisation sees it, and as a partnership that follows it does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from section11.cycles.models import Invitation
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionEvidence, ActionShare, ActionUpdate
from section11.plans.queries.following import followed_actions, shares_of
from section11.plans.queries.own_plan import own_actions, text_of
from section11.plans.rules import ActionText
from section11.plans.rules.waiting import waits_for_support
from section11.plans.vocabulary import UPDATE_KIND_WORDS, ActionState, UpdateKind


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What somebody said of an action. `partnership`: on whose behalf, empty for the organisation; `due_before`: where it is known."""

    kind: UpdateKind
    at: datetime
    by_name: str
    partnership: str
    rag: str
    due: date | None
    due_before: date | None
    text: str

    @property
    def words(self) -> str:
        """What happened."""
        return UPDATE_KIND_WORDS[self.kind]


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """A piece of evidence that shows an action is done."""

    item_id: int
    kind: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action, whole. History with the latest line first."""

    action_id: int
    version: int
    state: ActionState
    text: ActionText
    unit_id: int
    unit_name: str
    statement_ref: str
    statement_text: str
    origin: str
    waits_for_support: bool
    help_wanted: str
    done_at: datetime | None
    done_note: str  # empty unless it is done
    created_at: datetime
    updated_at: datetime
    updated_by_name: str
    evidence: tuple[ShownEvidence, ...]
    history: tuple[HistoryLine, ...]

    @property
    def title(self) -> str:
        """What it is called on pages."""
        return self.text.what or "We would like help"

    def may(self, *states: str) -> bool:
        """Whether it is in one of these states."""
        return self.state in states

    @property
    def conversation(self) -> list[HistoryLine]:
        """What was asked of the partnership, and answered; the first line first."""
        return [line for line in reversed(self.history) if line.kind in (UpdateKind.ASKED, UpdateKind.REPLIED)]


@dataclass(frozen=True, slots=True)
class Follower:
    """A partnership that follows an action, and how to reach it."""

    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action of one's own plan, who follows it, and whether they all take files."""

    view: ActionView
    followers: tuple[Follower, ...]
    takes_files: bool


@dataclass(frozen=True, slots=True)
class FollowedAction:
    """An action that a partnership follows, and where it came from: its latest invitation."""

    view: ActionView
    invitation_id: int
    organisation: str
    organisation_slug: str
    sector: str
    cycle_slug: str
    cycle_title: str


def own_action(viewer: Viewer, action_id: int) -> OwnAction:
    """One action, dropped ones too, of a unit in which the viewer has a role; `Absent` when there is none or it is not theirs."""
    found = _found(own_actions(viewer), action_id)
    followers = ActionShare.objects.filter(action_id=action_id).order_by("invitation__cycle__partnership__name").distinct()
    rows = followers.values_list(
        *(f"invitation__cycle__partnership__{name}" for name in ("name", "contact_email", "contact_phone", "takes_files"))
    )
    told = tuple(dict.fromkeys(rows))
    view = _view(found, ActionUpdate.objects.filter(action_id=action_id))
    return OwnAction(view, tuple(Follower(*row[:3]) for row in told), takes_files=all(row[3] for row in told))


def followed_action(viewer: Viewer, action_id: int) -> FollowedAction:
    """One action that the viewer's partnership follows; `Absent` when it does not.

    Its history begins when it was shared, and holds nothing of what another partnership said.
    """
    found = _found(followed_actions(viewer), action_id)
    shares = list(shares_of(viewer).filter(action_id=action_id).order_by("pk"))
    own = Q(partnership__isnull=True) | Q(partnership=viewer.partnership)
    updates = ActionUpdate.objects.filter(own, action_id=action_id, at__gte=min(share.shared_at for share in shares))
    invitation = Invitation.objects.select_related("participation", "sector", "cycle").get(pk=shares[-1].invitation_id)
    return FollowedAction(
        view=_view(found, updates),
        invitation_id=invitation.pk,
        organisation=invitation.participation.name,
        organisation_slug=invitation.participation.slug,
        sector=invitation.sector.label,
        cycle_slug=invitation.cycle.slug,
        cycle_title=invitation.cycle.title,
    )


def _found(actions: QuerySet[Action], action_id: int) -> Action:
    found = actions.select_related("unit", "statement").filter(pk=action_id).first()
    if found is None:
        raise Absent
    return found


def _view(action: Action, updates: QuerySet[ActionUpdate]) -> ActionView:
    is_done = action.state in (ActionState.DONE, ActionState.CONFIRMED)
    cited = ActionEvidence.objects.filter(action=action).order_by("pk")
    return ActionView(
        action_id=action.pk,
        version=action.version,
        state=ActionState(action.state),
        text=text_of(action),
        unit_id=action.unit_id,
        unit_name=action.unit.name,
        statement_ref=action.statement.ref if action.statement else "",
        statement_text=action.statement.text if action.statement else "",
        origin=action.origin,
        waits_for_support=waits_for_support(action.state, action.wants_help, action.help_asked_at, action.help_replied_at),
        help_wanted=action.help_wanted,
        done_at=action.done_at,
        done_note=action.done_note if is_done else "",
        created_at=action.created_at,
        updated_at=action.updated_at,
        updated_by_name=action.updated_by_name,
        evidence=tuple(ShownEvidence(*row) for row in cited.values_list("item_id", "item__kind", "item__title", "item__where")),
        history=_history(updates.annotate(told_by=F("partnership__name")).order_by("at", "pk")),
    )


def _history(updates: Iterable[ActionUpdate]) -> tuple[HistoryLine, ...]:
    lines: list[HistoryLine] = []
    due_before: date | None = None
    for update in updates:
        told_by = getattr(update, "told_by", None) or ""
        lines.append(
            HistoryLine(UpdateKind(update.kind), update.at, update.by_name, told_by, update.rag, update.due, due_before, update.text)
        )
        due_before = update.due
    return tuple(reversed(lines))
