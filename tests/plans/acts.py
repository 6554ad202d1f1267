"""Every move of an action, by the one who may make it, and who else might try."""

from collections.abc import Callable

from section11.activity.models import ActivityEvent
from section11.challenge.operations.confirm_action import confirm_action
from section11.challenge.operations.reopen_action import reopen_action
from section11.challenge.operations.reply_to_support import reply_to_support
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionUpdate
from section11.plans.operations.ask_for_support import ask_for_support
from section11.plans.operations.change_action import change_action
from section11.plans.operations.drop_action import drop_action
from section11.plans.operations.finish_action import finish_action
from section11.plans.operations.resume_action import resume_action
from section11.plans.operations.update_progress import update_progress
from section11.plans.queries.own_plan import text_of
from section11.plans.rules import ActionText
from section11.plans.rules.updates import ProgressText
from tests.factories.directory import make_viewer
from tests.factories.plans import DONE, Followed
from tests.factories.returns import AT
from tests.people import strangers_to

Act = Callable[[Viewer, Action], object]

ACTS: dict[str, Act] = {
    "change_action": lambda who, a: change_action(who, a.pk, _other(a), version=a.version, at=AT),
    "update_progress": lambda who, a: update_progress(who, a.pk, ProgressText("More is done", "green", a.due), version=a.version, at=AT),
    "ask_for_support": lambda who, a: ask_for_support(who, a.pk, "A trainer, please", version=a.version, at=AT),
    "finish_action": lambda who, a: finish_action(who, a.pk, DONE, version=a.version, at=AT),
    "resume_action": lambda who, a: resume_action(who, a.pk, version=a.version, at=AT),
    "drop_action": lambda who, a: drop_action(who, a.pk, reason="No longer needed", at=AT),
    "reply_to_support": lambda who, a: reply_to_support(who, a.pk, "We send a trainer", version=a.version, at=AT),
    "confirm_action": lambda who, a: confirm_action(who, a.pk, version=a.version, at=AT),
    "reopen_action": lambda who, a: reopen_action(who, a.pk, "Two are missing", version=a.version, at=AT),
}
OFFICERS = ("reply_to_support", "confirm_action", "reopen_action")


def _other(action: Action) -> ActionText:
    text = text_of(action)
    return ActionText(f"{text.what} again", text.how, text.who, text.due, text.progress, text.rag, text.wants_help)


def who_may(followed: Followed, verb: str) -> Viewer:
    """Somebody who makes that move."""
    return followed.opened.officer if verb in OFFICERS else followed.opened.lead


def people_around(followed: Followed) -> dict[str, Viewer]:
    """Everybody with a role around an action that a partnership follows, and everybody without."""
    opened = followed.opened
    people = {role.value: make_viewer(role, of=opened.unit) for role in (Role.RETURN_LEAD, Role.CONTRIBUTOR, Role.SIGNATORY)}
    people |= {
        f"{role.value} of the partnership": make_viewer(role, of=opened.cycle.partnership)
        for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER)
    }
    return people | strangers_to(opened.unit)


def streams_told(verb: str) -> list[str]:
    """The streams in which that was recorded, in order."""
    return list(ActivityEvent.objects.filter(verb=verb).order_by("pk").values_list("stream__ref", flat=True))


def log_of(action_id: int) -> list[tuple[str, str, str]]:
    """Kind, state and text of each line of an action's log."""
    return list(ActionUpdate.objects.filter(action_id=action_id).order_by("pk").values_list("kind", "state", "text"))
