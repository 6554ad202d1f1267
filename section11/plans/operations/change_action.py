"""Change an action of a unit's improvement plan."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.lib.clock import london_date
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.queries import writable_action
from section11.plans.rules import ActionText, cleaned, problems_of
from section11.plans.vocabulary import ActionState


def change_action(viewer: Viewer, action_id: int, text: ActionText, *, version: int, at: datetime) -> int:
    """Change an action that started from `version`: by a return lead or contributor of its unit. Gives the new version.

    Raises `Conflict` with both texts when somebody changed it in between. What says the same as before changes nothing.
    """
    text = cleaned(text)
    action = writable_action(viewer, action_id)
    problems = problems_of(text, today=london_date(at), due_before=action.due)
    if problems:
        raise Refused(problems)
    if _text_of(action) == text:
        return action.version
    with transaction.atomic():
        won = (
            Action.objects.filter(pk=action.pk, version=version)
            .exclude(state=ActionState.DROPPED)
            .update(
                what=text.what,
                how=text.how,
                who=text.who,
                due=text.due,
                progress=text.progress,
                rag=text.rag,
                wants_help=text.wants_help,
                version=F("version") + 1,
                updated_at=at,
                updated_by_name=viewer.name,
            )
        )
        if not won:
            stands = writable_action(viewer, action_id)
            if _text_of(stands) == text:
                return stands.version
            raise Conflict(version=stands.version, mine=_words(text), theirs=_words(_text_of(stands)), by=stands.updated_by_name)
        record_event(
            f"organisation:{viewer.organisation_id}",
            verb="changed-action",
            actor=viewer.person_ref,
            subject=action.ref,
            at=at,
            details={"due": text.due.isoformat() if text.due else None, "rag": text.rag},
        )
    return version + 1


def _text_of(action: Action) -> ActionText:
    return ActionText(
        what=action.what,
        how=action.how,
        who=action.who,
        due=action.due,
        progress=action.progress,
        rag=action.rag,
        wants_help=action.wants_help,
    )


def _words(text: ActionText) -> dict[str, str]:
    return {
        "what": text.what,
        "how": text.how,
        "who": text.who,
        "due": text.due.isoformat() if text.due else "",
        "progress": text.progress,
        "rag": text.rag,
        "wants_help": "yes" if text.wants_help else "",
    }
