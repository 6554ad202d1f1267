"""Saves everything that was typed into the form of a standard: each text by itself, so that one trouble stops no other."""

from collections.abc import Mapping
from datetime import datetime

from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.plans.operations.change_action import change_action
from section11.plans.queries import PlannedAction
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_answer import save_answer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.queries.content import AskedStandard
from section11.returns.queries.draft import Draft
from section11.returns.queries.head import ReturnHead
from section11.returns.queries.writing import check_open
from section11.web.returns.standard_view import Outcome
from section11.web.returns.typed_answers import (
    TypedAction,
    number,
    prefix_of,
    stored_text,
    typed_action,
    typed_answer,
    typed_narrative,
)


def keep_typed(viewer: Viewer, draft: Draft, standard: AskedStandard, post: Mapping[str, str], *, at: datetime) -> Outcome:
    """Save what was touched. What could not be saved comes back with its text, and with the other's where there is one."""
    outcome = Outcome(held=number(post.get("held", "")))
    for statement in standard.statements:
        if statement.ref in draft.answers:
            _keep_answer(viewer, draft, statement.ref, post, outcome, at)
            _keep_action(viewer, draft, statement.ref, post, outcome, at)
    for prompt in draft.content.prompts_of(standard):
        if (standard.ref, prompt.key) in draft.narratives:
            _keep_narrative(viewer, draft, standard.ref, prompt.key, post, outcome, at)
    return outcome


def _keep_answer(viewer: Viewer, draft: Draft, ref: str, post: Mapping[str, str], outcome: Outcome, at: datetime) -> None:
    typed = typed_answer(post, prefix_of(ref))
    if typed is None or not typed.touched or typed.text.cleaned() == stored_text(draft.answers[ref]):
        return
    try:
        save_answer(viewer, draft.head.return_id, ref, typed.text, version=typed.version, at=at)
    except Conflict as conflict:
        outcome.conflicts[ref] = conflict
        outcome.typed[ref] = typed.text
    except Refused as refused:
        outcome.problems.setdefault(ref, {}).update(refused.problems)
        outcome.typed[ref] = typed.text
        outcome.versions[ref] = typed.version


def _keep_action(viewer: Viewer, draft: Draft, ref: str, post: Mapping[str, str], outcome: Outcome, at: datetime) -> None:
    before = draft.answers[ref].action_in_place
    typed = typed_action(post, prefix_of(ref), before)
    if typed is None or not typed.touched or (typed.is_empty and before is None):
        return
    if typed.problem:
        outcome.problems.setdefault(ref, {})["due"] = typed.problem
        outcome.actions[ref] = (typed.text, typed.due_parts)
        outcome.versions[f"a-{ref}"] = typed.version
        return
    try:
        save_action_in_place(viewer, draft.head, ref, before, typed, at=at)
    except Conflict as conflict:
        outcome.conflicts[f"a-{ref}"] = conflict
        outcome.actions[ref] = (typed.text, typed.due_parts)
    except Refused as refused:
        outcome.problems.setdefault(ref, {}).update(refused.problems)
        outcome.actions[ref] = (typed.text, typed.due_parts)
        outcome.versions[f"a-{ref}"] = typed.version


def save_action_in_place(
    viewer: Viewer, head: ReturnHead, statement_ref: str, before: PlannedAction | None, typed: TypedAction, *, at: datetime
) -> tuple[int, int]:
    """Save the action that stands beside an answer: plan it, or change the one that was shown. Gives id and version.

    Only while the return is open: a page left open must not change what is being signed. The plan's own pages always may.
    """
    if before is None:
        return plan_action(viewer, head.return_id, statement_ref, typed.text, at=at), 1
    if before.text == typed.text:  # the same post twice, or nothing new
        return before.action_id, before.version
    check_open(head)
    version = typed.version if typed.action_id == before.action_id else 0  # 0: somebody planned one meanwhile
    return before.action_id, change_action(viewer, before.action_id, typed.text, version=version, at=at)


def _keep_narrative(
    viewer: Viewer, draft: Draft, standard_ref: str, prompt: str, post: Mapping[str, str], outcome: Outcome, at: datetime
) -> None:
    typed = typed_narrative(post, prompt)
    if typed is None or not typed.touched:
        return
    try:
        save_narrative(viewer, draft.head.return_id, standard_ref, prompt, typed.text, version=typed.version, at=at)
    except Conflict as conflict:
        outcome.conflicts[f"n-{prompt}"] = conflict
        outcome.narratives[prompt] = typed.text
    except Refused as refused:
        outcome.problems[f"n-{prompt}"] = refused.problems
        outcome.narratives[prompt] = typed.text
        outcome.versions[f"n-{prompt}"] = typed.version
