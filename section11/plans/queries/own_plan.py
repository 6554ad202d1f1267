"""What is in a unit's improvement plan, for the organisation."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionShare
from section11.plans.rules import ActionText, is_complete
from section11.plans.vocabulary import ActionState


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action of a plan, and the statement it improves (ref empty: none). `followed`: a partnership reads it as it stands."""

    action_id: int
    statement_ref: str
    text: ActionText
    version: int
    origin: str
    state: str = ActionState.OPEN.value
    followed: bool = False
    statement_key: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it says what, who and by when."""
        return is_complete(self.text)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state == ActionState.OPEN


def own_actions(viewer: Viewer) -> QuerySet[Action]:
    """Every action, dropped ones too, of the units in which the viewer has a role, in the organisation of the address."""
    mine = Membership.objects.filter(unit_id=OuterRef("unit_id"), person_id=viewer.person_id, ended_at__isnull=True)
    return Action.objects.filter(Exists(mine), unit__organisation_id=viewer.organisation)


def _visible(viewer: Viewer) -> QuerySet[Action]:
    return own_actions(viewer).exclude(state=ActionState.DROPPED)


def _read(rows: QuerySet[Action]) -> list[PlannedAction]:
    told: Iterable[Action] = rows.annotate(
        statement_ref=F("statement__ref"),
        statement_key=F("statement__key"),
        followed=Exists(ActionShare.objects.filter(action_id=OuterRef("pk"))),
    )
    return [
        PlannedAction(
            action_id=a.pk,
            statement_ref=getattr(a, "statement_ref", None) or "",
            text=text_of(a),
            version=a.version,
            origin=a.origin,
            state=a.state,
            followed=getattr(a, "followed", False),
            statement_key=getattr(a, "statement_key", None) or "",
        )
        for a in told
    ]


def text_of(action: Action) -> ActionText:
    """What an action says."""
    return ActionText(action.what, action.how, action.who, action.due, action.progress, action.rag, action.wants_help)


def actions_of_unit(viewer: Viewer, unit_id: int, *, origin: str = "") -> list[PlannedAction]:
    """The plan of a unit in which the viewer has a role, by due date (undated last); of one origin when it is given."""
    rows = _visible(viewer).filter(unit_id=unit_id)
    if origin:
        rows = rows.filter(origin=origin)
    return _read(rows.order_by(F("due").asc(nulls_last=True), "pk"))


def actions_of_return(viewer: Viewer, unit_id: int, *, origin: str, invitation_id: int, earlier: str = "") -> list[PlannedAction]:
    """The actions that belong into a submission to one invitation, by due date: those its return raised, and its partnership's own.

    What the return before (`earlier`, if there is one) raised belongs to it while it is still to be done. What another
    partnership raised is left out.
    """
    own = Q(origin=origin, only_for__isnull=True) | Q(only_for=invitation_id)
    if earlier:
        own |= Q(origin=earlier, only_for__isnull=True, state=ActionState.OPEN)
    rows = _visible(viewer).filter(own, unit_id=unit_id)
    return _read(rows.order_by(F("due").asc(nulls_last=True), "pk"))


def action(viewer: Viewer, action_id: int) -> PlannedAction:
    """One action of a unit in which the viewer has a role; `Absent` when there is none or it is not theirs."""
    rows = _read(_visible(viewer).filter(pk=action_id))
    if not rows:
        raise Absent
    return rows[0]


def writable_action(viewer: Viewer, action_id: int) -> Action:
    """The action itself, for operations: the viewer is a return lead or contributor of its unit; else, or if dropped, `Absent`."""
    mine = Membership.objects.filter(
        unit_id=OuterRef("unit_id"),
        person_id=viewer.person_id,
        role__in=[Role.RETURN_LEAD, Role.CONTRIBUTOR],
        ended_at__isnull=True,
    )
    found = _visible(viewer).filter(Exists(mine), pk=action_id).first()
    if found is None:
        raise Absent
    return found
