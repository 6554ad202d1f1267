"""Gives back what a contributor typed into a standard that was taken back meanwhile."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render

from section11.returns.queries.content import AskedStandard
from section11.returns.queries.draft import Draft
from section11.returns.queries.head import ReturnHead
from section11.web.request import PageRequest
from section11.web.returns.typed_answers import prefix_of, typed_action, typed_answer, typed_narrative

WORDS = {"level": "level", "comment": "what you do now", "reason": "why this level fits", "see": "see our answer to"}
ACTION_WORDS = {"what": "what you will do", "how": "how", "who": "who leads"}


def taken_back(request: PageRequest, head: ReturnHead, state: Draft, asked: AskedStandard) -> HttpResponse:
    """409: nothing was saved; what was typed, to be copied, and what to do with it."""
    page = {"head": head, "standard": asked, "typed": _typed(state, asked, request.POST)}
    return render(request, "returns/taken_back.html", page, status=409)


def _typed(state: Draft, asked: AskedStandard, post: Mapping[str, str]) -> list[tuple[str, str]]:
    """What was touched, statement by statement, under the words that it stood under."""
    found: list[tuple[str, str]] = []
    for statement in asked.statements:
        stands = state.answers.get(statement.ref)
        if stands is None:
            continue
        answer = typed_answer(post, prefix_of(statement.ref))
        if answer and answer.touched:
            texts = answer.text.as_dict() | {"level": _label(state, answer.text.level)}
            found += [
                (f"{statement.ref}: {WORDS.get(name, 'why no action is needed')}", text) for name, text in texts.items() if text.strip()
            ]
        action = typed_action(post, prefix_of(statement.ref), stands.action_in_place)
        if action and action.touched:
            due = " ".join(part.strip() for part in action.due_parts if part.strip())
            lines = [(words, getattr(action.text, name)) for name, words in ACTION_WORDS.items()] + [("by when", due)]
            found += [(f"{statement.ref}, action: {words}", text) for words, text in lines if text.strip()]
    for prompt in state.content.prompts_of(asked):
        narrative = typed_narrative(post, prompt.key)
        if narrative and narrative.touched and narrative.text.strip():
            found.append((prompt.label, narrative.text))
    return found


def _label(state: Draft, key: str) -> str:
    level = state.content.level(key) if key else None
    return level.label if level else ""
