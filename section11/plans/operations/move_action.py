"""Change an action if it is still as its writer saw it: part of every operation on one, in its transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import F

from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.rules.transitions import MOVES, moved_on


def move_action(
    viewer: Viewer,
    action_id: int,
    verb: str,
    *,
    version: int | None,
    typed: Mapping[str, str] | None = None,
    stands: Mapping[str, str] | None = None,
    at: datetime,
    **fields: Any,
) -> int:
    """Make the move of that name and save `fields`; gives the new version. Who may was asked before.

    Refuses when the action is no longer in a state from which that can be done. When it is, but was changed since `version`:
    `Conflict` with what was `typed` and what `stands` now (fields of the action by the names that pages use).
    """
    before, after = MOVES[verb]
    wanted = Action.objects.filter(pk=action_id, state__in=before)
    if version is not None:
        wanted = wanted.filter(version=version)
    if after is not None:
        fields["state"] = after
    if wanted.update(version=F("version") + 1, updated_at=at, updated_by_name=viewer.name, **fields):
        return int(Action.objects.values_list("version", flat=True).get(pk=action_id))
    now = Action.objects.filter(pk=action_id).first()
    if now is None:
        raise Absent
    if now.state not in before:
        raise Refused(moved_on(now.state))
    theirs = {name: _words(getattr(now, field)) for name, field in (stands or {}).items()}
    raise Conflict(version=now.version, mine=dict(typed or {}), theirs=theirs, by=now.updated_by_name)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
