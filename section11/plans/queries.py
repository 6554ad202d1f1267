"""What is in a unit's improvement plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.rules import ActionText, is_complete
from section11.plans.vocabulary import ActionState


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """One action of a plan, and the statement it improves (ref empty: none)."""

    action_id: int
    statement_ref: str
    text: ActionText
    version: int
    origin: str

    @property
    def is_complete(self) -> bool:
        """Whether it says what, who and by when."""
        return is_complete(self.text)


def _visible(viewer: Viewer) -> QuerySet[Action]:
    mine = Membership.objects.filter(unit_id=OuterRef("unit_id"), person_id=viewer.person_id, ended_at__isnull=True)
    return Action.objects.filter(Exists(mine), unit__organisation_id=viewer.organisation).exclude(state=ActionState.DROPPED)


def _read(rows: Iterable[Action]) -> list[PlannedAction]:
    return [
        PlannedAction(
            action_id=a.pk,
            statement_ref=getattr(a, "statement_ref", None) or "",
            text=ActionText(a.what, a.how, a.who, a.due, a.progress, a.rag, a.wants_help),
            version=a.version,
            origin=a.origin,
        )
        for a in rows
    ]


def actions_of_unit(viewer: Viewer, unit_id: int, *, origin: str = "") -> list[PlannedAction]:
    """The plan of a unit in which the viewer has a role, by due date (undated last); of one origin when it is given."""
    rows = _visible(viewer).filter(unit_id=unit_id).annotate(statement_ref=F("statement__ref"))
    if origin:
        rows = rows.filter(origin=origin)
    return _read(rows.order_by(F("due").asc(nulls_last=True), "pk"))


def action(viewer: Viewer, action_id: int) -> PlannedAction:
    """One action of a unit in which the viewer has a role; `Absent` when there is none or it is not theirs."""
    rows = _read(_visible(viewer).filter(pk=action_id).annotate(statement_ref=F("statement__ref")))
    if not rows:
        raise Absent
    return rows[0]


def writable_action(viewer: Viewer, action_id: int) -> Action:
    """The open action itself, for operations: the viewer is a return lead or contributor of its unit; else `Absent`."""
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


def actions_of_organisation(viewer: Viewer) -> list[PlannedAction]:
    """The plan of every unit of the organisation in which the viewer has a role, by due date (undated last)."""
    rows = _visible(viewer).annotate(statement_ref=F("statement__ref"))
    return _read(rows.order_by(F("due").asc(nulls_last=True), "pk"))
