from section11.plans.queries.own_plan import (
    PlannedAction,
    action,
    actions_of_return,
    actions_of_unit,
    writable_action,
)

__all__ = ["PlannedAction", "action", "actions_of_return", "actions_of_unit", "writable_action"]
