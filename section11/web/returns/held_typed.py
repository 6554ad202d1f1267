"""Shows again what a person posted while they were signed out, in the boxes where they typed it."""

from collections.abc import Mapping
from datetime import datetime

from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.operations.release_held_post import release_held_post
from section11.returns.queries.content import AskedStandard
from section11.returns.queries.draft import Draft
from section11.returns.queries.held_posts import held_posts
from section11.web.returns.standard_view import Outcome
from section11.web.returns.typed_answers import number, prefix_of, stored_text, typed_action, typed_answer, typed_narrative


def held_outcome(viewer: Viewer, draft: Draft, standard: AskedStandard, path: str, *, at: datetime) -> Outcome:
    """The newest post kept for this page, as if it had just come in and not been saved. Empty when there is none."""
    held = held_posts(viewer, at=at, path=path)
    if not held:
        return Outcome()
    post = held[0].single
    outcome = Outcome(held=held[0].held_id)
    for statement in standard.statements:
        answer = draft.answers.get(statement.ref)
        if answer is None:
            continue
        typed = typed_answer(post, prefix_of(statement.ref))
        if typed and typed.touched and typed.text.cleaned() != stored_text(answer):
            outcome.typed[statement.ref] = typed.text
            outcome.versions[statement.ref] = typed.version
        action = typed_action(post, prefix_of(statement.ref), answer.action_in_place)
        if action and action.touched and not action.is_empty:
            outcome.actions[statement.ref] = (action.text, action.due_parts)
            outcome.versions[f"a-{statement.ref}"] = action.version
    for prompt in draft.content.prompts_of(standard):
        narrative = typed_narrative(post, prompt.key)
        if narrative and narrative.touched:
            outcome.narratives[prompt.key] = narrative.text
            outcome.versions[f"n-{prompt.key}"] = narrative.version
    return outcome


def release_held(viewer: Viewer, post: Mapping[str, str]) -> None:
    """Let the kept post go once everything in it has been saved."""
    held_id = number(post.get("held", ""))
    if held_id:
        try:
            release_held_post(viewer, held_id)
        except Absent:
            return
