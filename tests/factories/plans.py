"""Actions as `add_action` makes them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.operations.add_action import add_action
from section11.plans.rules import ActionText

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
TRAINING = ActionText(what="Train every volunteer", how="Two evenings", who="Deputy head", due=date(2027, 1, 31))


def make_action(viewer: Viewer, unit_id: int, *, origin: str = "return:1", statement_id: int | None = None, **text: Any) -> Action:
    """An action that says what, how, who and by when, unless told otherwise."""
    made = add_action(viewer, unit_id, replace(TRAINING, **text), origin=origin, statement_id=statement_id, at=LONG_AGO)
    return Action.objects.get(pk=made)
