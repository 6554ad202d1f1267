"""Note what happened to an action: part of every operation on one, in its transaction."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from section11.activity.operations.record_event import record_event
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionShare, ActionUpdate
from section11.plans.vocabulary import UpdateKind

WHILE_WRITING = timedelta(minutes=10)  # changes by one person within it are one line of the log


def note_action(
    viewer: Viewer,
    action_id: int,
    kind: UpdateKind,
    *,
    verb: str,
    text: str = "",
    details: Mapping[str, object] | None = None,
    at: datetime,
) -> None:
    """Keep how an action stands now in its log, and record an event; who may was asked before.

    The organisation's stream is told of everything. What the organisation does goes to every partnership that follows the
    action as well; what a partnership does goes to its own. A text is kept in the log, never in an event.
    """
    action = Action.objects.select_related("unit").get(pk=action_id)
    if not (kind is UpdateKind.CHANGED and _is_still_writing(viewer, action, at)):
        ActionUpdate.objects.create(
            action=action,
            kind=kind,
            at=at,
            by_name=viewer.name,
            partnership_id=viewer.partnership_id,
            state=action.state,
            rag=action.rag,
            due=action.due,
            text=text,
        )
    told = {"state": action.state, "rag": action.rag, "due": action.due.isoformat() if action.due else None, **(details or {})}
    partnerships = [viewer.partnership_id] if viewer.partnership_id else _followers(action)
    for stream in (ref("organisation", action.unit.organisation_id), *(ref("partnership", one) for one in partnerships)):
        record_event(stream, verb=verb, actor=viewer.person_ref, subject=action.ref, at=at, details=told)


def _followers(action: Action) -> list[int]:
    rows = ActionShare.objects.filter(action=action).order_by("invitation__cycle__partnership")
    return list(rows.values_list("invitation__cycle__partnership", flat=True).distinct())


def _is_still_writing(viewer: Viewer, action: Action, at: datetime) -> bool:
    """Whether the latest line of the log says already that this person is changing the action, and no date or colour since."""
    last = ActionUpdate.objects.filter(action=action).order_by("-at", "-pk").first()
    return (
        last is not None
        and (last.kind, last.by_name, last.rag, last.due) == (UpdateKind.CHANGED, viewer.name, action.rag, action.due)
        and at - last.at < WHILE_WRITING
    )
