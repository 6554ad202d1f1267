"""Reads what a person typed into the form of a standard, and what it held when they were given it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError

from section11.plans.queries import PlannedAction
from section11.plans.rules import ActionText
from section11.returns.operations.save_answer import AnswerText
from section11.returns.queries.draft import DraftAnswer, DraftNarrative
from section11.web.forms.fields import LondonDateField

DUE = LondonDateField(what="the date by when", required=False)


def prefix_of(statement_ref: str) -> str:
    """What the names of a statement's fields begin with: `s-1_2-`."""
    return f"s-{statement_ref.replace('.', '_')}-"


def digest(*texts: str) -> str:
    """A short mark of what a form held when it was given out, so that what nobody touched is not saved."""
    cleaned = "\x1f".join(t.replace("\r\n", "\n").strip() for t in texts)
    return hashlib.sha256(cleaned.encode()).hexdigest()[:16]


def number(text: str) -> int:
    """A whole number from a hidden field; 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """One answer as posted: its texts, the version it started from and whether anybody touched it."""

    text: AnswerText
    version: int
    touched: bool


def stored_text(answer: DraftAnswer) -> AnswerText:
    """The answer as it stands."""
    return AnswerText(answer.level, answer.comment, answer.reason, answer.no_action_reason, answer.see)


def digest_of(text: AnswerText) -> str:
    """The mark of an answer's texts."""
    return digest(*text.as_dict().values())


def typed_answer(post: Mapping[str, str], prefix: str) -> TypedAnswer | None:
    """The answer whose fields begin with this prefix; None when they are not there."""
    if f"{prefix}version" not in post:
        return None
    text = AnswerText(
        **{f.name: post.get(prefix + f.name, "").strip() if f.name == "see" else post.get(prefix + f.name, "") for f in fields(AnswerText)}
    )
    was = post.get(f"{prefix}was", "")
    return TypedAnswer(text, number(post[f"{prefix}version"]), touched=digest_of(text) != was)


@dataclass(frozen=True, slots=True)
class TypedAction:
    """One action as posted. `action_id` 0 = a new one; `due_parts` as typed, `problem` when they are no date."""

    action_id: int
    version: int
    text: ActionText
    due_parts: tuple[str, str, str]
    problem: str
    touched: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        t = self.text
        return not (t.what.strip() or t.how.strip() or t.who.strip() or any(self.due_parts) or t.wants_help)


def action_digest(text: ActionText) -> str:
    """The mark of an action's fields."""
    due = (str(text.due.day), str(text.due.month), str(text.due.year)) if text.due else ("", "", "")
    return digest(text.what, text.how, text.who, *due, "on" if text.wants_help else "")


def typed_action(post: Mapping[str, str], prefix: str, before: PlannedAction | None) -> TypedAction | None:
    """The action in place whose fields begin with this prefix; None when they are not there."""
    if f"{prefix}what" not in post:
        return None
    parts = (post.get(f"{prefix}due-day", ""), post.get(f"{prefix}due-month", ""), post.get(f"{prefix}due-year", ""))
    due: date | None = None
    problem = ""
    try:
        due = DUE.clean([p.strip() for p in parts])
    except ValidationError as wrong:
        problem = wrong.messages[0]
    helps = bool(post.get(f"{prefix}wants_help"))
    text = ActionText(
        what=post[f"{prefix}what"],
        how=post.get(f"{prefix}how", ""),
        who=post.get(f"{prefix}who", ""),
        due=due,
        progress=before.text.progress if before else "",
        rag=before.text.rag if before else "",
        wants_help=helps,
    )
    mark = digest(text.what, text.how, text.who, *(p.strip() for p in parts), "on" if helps else "")
    return TypedAction(
        number(post.get(f"{prefix}action_id", "")),
        number(post.get(f"{prefix}action_version", "")),
        text,
        parts,
        problem,
        touched=mark != post.get(f"{prefix}action_was", ""),
    )


@dataclass(frozen=True, slots=True)
class TypedNarrative:
    """The text of one prompt as posted."""

    text: str
    version: int
    touched: bool


def typed_narrative(post: Mapping[str, str], prompt: str) -> TypedNarrative | None:
    """The narrative of that prompt; None when its field is not there."""
    name = f"n-{prompt}-"
    if f"{name}version" not in post:
        return None
    text = post.get(f"{name}text", "")
    return TypedNarrative(text, number(post[f"{name}version"]), touched=digest(text) != post.get(f"{name}was", ""))


def narrative_digest(narrative: DraftNarrative) -> str:
    """The mark of a narrative as it stands."""
    return digest(narrative.text)
