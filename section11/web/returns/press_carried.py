"""Buttons beside what was carried from last time: confirm it as it stands, or start the answer afresh."""

from collections.abc import Mapping
from datetime import datetime

from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.operations.confirm_answer import confirm_answer
from section11.returns.operations.confirm_narrative import confirm_narrative
from section11.returns.operations.drop_carried import drop_carried
from section11.returns.queries.draft import Draft
from section11.web.returns.standard_view import Outcome
from section11.web.returns.typed_answers import number, prefix_of

LOOK_AGAIN = "{by} changed this in the meantime. Look at it again, then confirm or change it"


def press_carried(viewer: Viewer, draft: Draft, standard_ref: str, post: Mapping[str, str], outcome: Outcome, *, at: datetime) -> str:
    """Do what the pressed button says, after everything typed was saved. Gives what to tell; what went wrong is in the outcome."""
    kind, _, name = post.get("then", "").partition(":")
    return_id = draft.head.return_id
    try:
        if kind == "confirm" and name in draft.answers:
            confirm_answer(viewer, return_id, name, version=number(post.get(f"{prefix_of(name)}version", "")), at=at)
            return f"{name} is confirmed"
        if kind == "drop" and name in draft.answers:
            drop_carried(viewer, return_id, name, version=number(post.get(f"{prefix_of(name)}version", "")), at=at)
            return f"{name} is empty, so that you can answer it afresh"
        if kind == "confirm-text" and (standard_ref, name) in draft.narratives:
            confirm_narrative(viewer, return_id, standard_ref, name, version=number(post.get(f"n-{name}-version", "")), at=at)
            return "The text is confirmed"
    except Refused as refused:
        outcome.problems[name] = refused.problems
    except Conflict as conflict:
        told = LOOK_AGAIN.format(by=conflict.by or "A colleague")
        outcome.problems[f"n-{name}" if kind == "confirm-text" else name] = {"text" if kind == "confirm-text" else "level": told}
    return ""
