"""How plans of the demo live on."""

from section11.challenge.operations.confirm_action import confirm_action
from section11.challenge.operations.reopen_action import reopen_action
from section11.challenge.operations.reply_to_support import reply_to_support
from section11.plans.operations.ask_for_support import ask_for_support
from section11.plans.operations.finish_action import finish_action
from section11.plans.operations.update_progress import update_progress
from section11.plans.queries.own_plan import PlannedAction, actions_of_unit
from section11.plans.rules.updates import DoneText, ProgressText
from section11.transfer.demo.stage import Stage
from section11.transfer.demo.work import Task


def updates(stage: Stage, task: Task) -> None:
    """Progress, colour, perhaps another date."""
    action = _action(stage, task)
    due = stage.calendar.date(task.told["due"]) if "due" in task.told else action.text.due
    text = ProgressText(task.says(), task.told["rag"], due, task.says("reason"))
    update_progress(task.by(stage), action.action_id, text, version=action.version, at=stage.now)


def asks_support(stage: Stage, task: Task) -> None:
    """What the partnership could do."""
    action = _action(stage, task)
    ask_for_support(task.by(stage), action.action_id, task.says(), version=action.version, at=stage.now)


def answers_support(stage: Stage, task: Task) -> None:
    """What the partnership will do."""
    action = _action(stage, task)
    reply_to_support(task.by(stage), action.action_id, task.says(), version=action.version, at=stage.now)


def finishes(stage: Stage, task: Task) -> None:
    """The organisation says that it is done."""
    action = _action(stage, task)
    finish_action(task.by(stage), action.action_id, DoneText(task.says(), task.says("better")), version=action.version, at=stage.now)


def confirms(stage: Stage, task: Task) -> None:
    """The officer agrees."""
    action = _action(stage, task)
    confirm_action(task.by(stage), action.action_id, version=action.version, at=stage.now)


def reopens(stage: Stage, task: Task) -> None:
    """The officer does not agree yet."""
    action = _action(stage, task)
    reopen_action(task.by(stage), action.action_id, task.says(), version=action.version, at=stage.now)


def _action(stage: Stage, task: Task) -> PlannedAction:
    """The action for that statement in the unit's plan."""
    lead = task.player.viewer(stage, "lead")
    return next(one for one in actions_of_unit(lead, task.player.unit_id) if one.statement_ref == task.told["statement"])
