"""What the page of one standard shows: each statement with its words, its answer, and what went wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from section11.lib.errors import Conflict
from section11.plans.queries import PlannedAction
from section11.plans.rules import ActionText
from section11.returns.operations.save_answer import AnswerText
from section11.returns.queries.content import AskedStandard
from section11.returns.queries.draft import Draft, DraftAnswer
from section11.returns.queries.previous import PreviousAnswer
from section11.standards.rules.content import LevelContent, StatementContent, WordingContent
from section11.web.returns.typed_answers import action_digest, digest, digest_of, prefix_of, stored_text


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a post: what was typed, what was wrong, who was faster. Keyed by statement ref, or `n-<prompt>`."""

    typed: dict[str, AnswerText] = field(default_factory=dict)
    actions: dict[str, tuple[ActionText, tuple[str, str, str]]] = field(default_factory=dict)
    narratives: dict[str, str] = field(default_factory=dict)
    problems: dict[str, dict[str, str]] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)  # what each text that was not saved started from
    held: int = 0  # the kept post, made while the person was signed out, from which the texts come; 0 = none

    def version(self, name: str, stands: int) -> int:
        """The version that the next save of this text starts from: what was shown beside it, never what was not."""
        if name in self.conflicts:
            return self.conflicts[name].version
        return self.versions.get(name, stands)

    @property
    def went_well(self) -> bool:
        """Whether everything was saved."""
        return not (self.problems or self.conflicts)


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement on the page."""

    statement: StatementContent
    wording: WordingContent
    answer: DraftAnswer
    text: AnswerText
    was: str
    version: int
    prefix: str
    level: LevelContent | None
    action: PlannedAction | None  # the one that is edited in place
    action_text: ActionText
    due_parts: tuple[str, str, str]
    action_was: str
    action_version: int
    action_conflict: Conflict | None
    problems: Mapping[str, str]
    conflict: Conflict | None
    previous: PreviousAnswer | None
    carried: bool  # last time's, not yet confirmed
    is_optional: bool  # a review did not ask it last time

    @property
    def shows_reason(self) -> bool:
        """Whether the reason is asked for now."""
        return bool(self.level and self.level.needs_reason) or bool(self.text.reason)

    @property
    def shows_action(self) -> bool:
        """Whether an action is asked for now."""
        return bool(self.level and self.level.needs_action) or bool(self.answer.actions) or bool(self.text.no_action_reason)


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """One prompt on the page."""

    prompt: str
    label: str
    text: str
    was: str
    version: int
    saved_by_name: str
    saved_at: Any
    carried: bool
    problem: str
    conflict: Conflict | None


def statement_views(draft: Draft, standard: AskedStandard, outcome: Outcome, previous: Mapping[int, PreviousAnswer]) -> list[StatementView]:
    """The statements of a standard as the page shows them: what was typed where a post went wrong, else what stands."""
    return [_view(draft, s, outcome, previous) for s in standard.statements if s.ref in draft.answers]


def _view(draft: Draft, s: StatementContent, outcome: Outcome, previous: Mapping[int, PreviousAnswer]) -> StatementView:
    answer = draft.answers[s.ref]
    text = outcome.typed.get(s.ref) or stored_text(answer)
    conflict = outcome.conflicts.get(s.ref)
    action = answer.action_in_place
    stored = action.text if action else ActionText()
    stored_parts = (str(stored.due.day), str(stored.due.month), str(stored.due.year)) if stored.due else ("", "", "")
    action_text, due_parts = outcome.actions.get(s.ref, (stored, stored_parts))
    return StatementView(
        statement=s,
        wording=s.wording(draft.head.sector_kind),
        answer=answer,
        text=text,
        was=digest_of(stored_text(answer)),
        version=outcome.version(s.ref, answer.version),
        prefix=prefix_of(s.ref),
        level=draft.content.level(text.level) if text.level else None,
        action=action,
        action_text=action_text,
        due_parts=due_parts,
        action_was=action_digest(stored),
        action_version=outcome.version(f"a-{s.ref}", action.version if action else 0),
        action_conflict=outcome.conflicts.get(f"a-{s.ref}"),
        problems=outcome.problems.get(s.ref, {}),
        conflict=conflict,
        previous=previous.get(answer.statement_id),
        carried=answer.carried and s.ref not in outcome.typed,
        is_optional=not draft.is_asked(answer),
    )


def narrative_views(draft: Draft, standard: AskedStandard, outcome: Outcome) -> list[NarrativeView]:
    """The prompts of a standard as the page shows them."""
    views = []
    for prompt in draft.content.prompts_of(standard):
        stands = draft.narratives.get((standard.ref, prompt.key))
        if stands is None:
            continue
        name = f"n-{prompt.key}"
        views.append(
            NarrativeView(
                prompt=prompt.key,
                label=prompt.label,
                text=outcome.narratives.get(prompt.key, stands.text),
                was=digest(stands.text),
                version=outcome.version(name, stands.version),
                saved_by_name=stands.saved_by_name,
                saved_at=stands.saved_at,
                carried=stands.carried and prompt.key not in outcome.narratives,
                problem=outcome.problems.get(name, {}).get("text", ""),
                conflict=outcome.conflicts.get(name),
            )
        )
    return views
