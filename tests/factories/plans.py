"""Actions as `add_action` makes them."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.operations.add_action import add_action
from section11.plans.operations.finish_action import finish_action
from section11.plans.rules import ActionText
from section11.plans.rules.updates import DoneText
from section11.returns.operations.plan_action import plan_action
from tests.factories.returns import ACTION, AT, Opened, answer_everything, open_return, sign_and_submit

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
DONE = DoneText(what="Everybody was trained in March", better_off="Children told us that they know whom to ask")
TRAINING = ActionText(what="Train every volunteer", how="Two evenings", who="Deputy head", due=date(2027, 1, 31))


def make_action(viewer: Viewer, unit_id: int, *, origin: str = "return:1", statement_id: int | None = None, **text: Any) -> Action:
    """An action that says what, how, who and by when, unless told otherwise."""
    made = add_action(viewer, unit_id, replace(TRAINING, **text), origin=origin, statement_id=statement_id, at=LONG_AGO)
    return Action.objects.get(pk=made)


@dataclass(frozen=True, slots=True)
class Followed:
    """An action that stood in a submission, so that a partnership follows it, and the return it came with."""

    opened: Opened
    action_id: int

    @property
    def action(self) -> Action:
        """The action as it stands now."""
        return Action.objects.get(pk=self.action_id)


def planned(opened: Opened, ref: str = "1.1", text: ActionText = ACTION) -> int:
    """An action that a return's lead plans for a statement; its id."""
    return plan_action(opened.lead, opened.return_id, ref, text, at=AT)


def followed_action(*, ref: str = "1.1", text: ActionText = ACTION, done: bool = False, **given: Any) -> Followed:
    """An action for a statement, submitted with its return; marked done after that, if wanted."""
    opened = open_return(**given)
    action_id = planned(opened, ref, text)
    answer_everything(opened)
    sign_and_submit(opened)
    if done:
        finish_action(opened.lead, action_id, DONE, version=1, at=AT)
    return Followed(opened, action_id)
