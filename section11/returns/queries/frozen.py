"""A draft as its submission would keep it."""

from section11.plans.queries import PlannedAction
from section11.returns.queries.draft import Draft, DraftAnswer
from section11.returns.rules.freezing import FrozenAction, FrozenAnswer, FrozenEvidence, FrozenNarrative, FrozenReturn
from section11.standards.vocabulary import REVIEW_SECTION


def frozen(draft: Draft) -> FrozenReturn:
    """What submitting this draft now would keep: of a review, what it was asked.

    A standard marked not applicable gives its reason to each statement.
    """
    return FrozenReturn(
        answers=tuple(
            _answer(draft, draft.answers[s.ref])
            for standard in draft.content.standards
            for s in standard.statements
            if s.ref in draft.answers and draft.is_asked(draft.answers[s.ref])
        ),
        narratives=tuple(
            FrozenNarrative("" if n.standard_ref == REVIEW_SECTION else n.standard_ref, n.prompt, n.text)
            for n in sorted(draft.narratives.values(), key=lambda n: (n.standard_id, n.prompt))
            if n.text
        ),
        actions=tuple(_action(a) for a in sorted(draft.actions, key=lambda a: a.action_id)),
    )


def _answer(draft: Draft, answer: DraftAnswer) -> FrozenAnswer:
    none = draft.content.not_applicable
    marked = answer.mark_reason is not None and none is not None
    return FrozenAnswer(
        standard_ref=answer.standard_ref,
        statement_ref=answer.statement_ref,
        level=none.key if marked and none else answer.level,
        comment="" if marked else answer.comment,
        reason=(answer.mark_reason or "") if marked else answer.reason,
        no_action_reason="" if marked else answer.no_action_reason,
        see="" if marked else answer.see,
        has_action=any(a.is_complete for a in answer.actions),
        evidence=tuple(FrozenEvidence(e.title, e.kind, e.where or e.file_name, e.item_id) for e in answer.evidence),
    )


def _action(action: PlannedAction) -> FrozenAction:
    text = action.text
    return FrozenAction(
        action.statement_ref, text.what, text.how, text.who, text.due, text.rag, text.progress, text.wants_help, action.action_id
    )
