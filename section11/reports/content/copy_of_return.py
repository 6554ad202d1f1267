"""Makes the copy of a return from what `returns` answers to this viewer: the draft as it stands, or a submission."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from section11.challenge.queries.agreed_levels import Agreed
from section11.directory.vocabulary import SECTOR_KIND_WORDS, SectorKind
from section11.lib.clock import london_date
from section11.lib.dates import day_words, due_words, moment_words
from section11.plans.rules import ActionText
from section11.plans.vocabulary import RAG_WORDS, Rag
from section11.reports.content.return_copy import (
    UNANSWERED,
    CopyAction,
    CopyEvidence,
    CopyNarrative,
    CopyStandard,
    CopyStatement,
    ReturnCopy,
)
from section11.returns.queries.beside import Change
from section11.returns.queries.content import AskedStandard
from section11.returns.queries.draft import CitedEvidence, Draft, DraftAnswer, DraftNarrative
from section11.returns.queries.submission_view import ActionLine, AnswerLine, EvidenceLine, SubmissionView
from section11.standards.rules.content import LevelContent, StatementContent
from section11.standards.vocabulary import FORM_WORDS, Form

CARRIED = "Carried from last time, not yet confirmed"
CONFIRMED = "Confirmed as it was last time"
SINCE_WORDS = {Change.NONE: "", Change.SAME: "", Change.CHANGED: "Changed since last time", Change.NEW: "Not rated last time"}
KIND_WORDS = {"file": "File", "link": "Link", "reference": "Reference"}


def copy_of_draft(draft: Draft, *, at: datetime) -> ReturnCopy:
    """The answers as they stand, for the organisation that writes them."""
    head = draft.head
    return ReturnCopy(
        organisation=head.organisation_name,
        unit=head.unit_name,
        partnership=head.partnership_name,
        cycle=head.cycle_title,
        form=FORM_WORDS[Form(head.form)],
        sector=SECTOR_KIND_WORDS[SectorKind(head.sector_kind)],
        state=f"As it stands now. {'Submitted before' if head.was_submitted else 'Not submitted yet'}",
        levels=tuple(level.label for level in draft.content.levels),
        standards=tuple(_drafted(draft, standard) for standard in draft.content.standards),
        narratives=_of_the_review(draft),
        made=moment_words(at),
        is_draft=True,
        due=due_words(head.due) if head.due else "",
        actions=tuple(_action(action.statement_ref, action.text) for action in draft.actions),
    )


def _drafted(draft: Draft, standard: AskedStandard) -> CopyStandard:
    answers = [draft.answers[s.ref] for s in standard.statements if s.ref in draft.answers]
    marked = next((a.mark_reason for a in answers if a.mark_reason is not None), None)
    narratives = [(p.label, draft.narratives.get((standard.ref, p.key))) for p in draft.content.prompts]
    return CopyStandard(
        ref=standard.ref,
        title=standard.title,
        question=standard.question,
        not_applicable_reason=marked or "",
        statements=tuple(
            _drafted_answer(draft, s, draft.answers[s.ref])
            for s in standard.statements
            if s.ref in draft.answers and draft.is_asked(draft.answers[s.ref])
        ),
        narratives=_narratives(narratives),
    )


def _drafted_answer(draft: Draft, asked: StatementContent, answer: DraftAnswer) -> CopyStatement:
    is_marked = answer.mark_reason is not None
    last, since = ("", "") if is_marked else _since(draft, answer)
    return _statement(
        asked.ref,
        asked.text,
        draft.content.not_applicable if is_marked else draft.content.level(answer.level),
        must_meet=asked.must_meet,
        comment=answer.comment,
        reason=answer.reason,
        no_action_reason=answer.no_action_reason,
        see=answer.see,
        evidence=answer.evidence,
        last=last,
        since=since,
    )


def _since(draft: Draft, answer: DraftAnswer) -> tuple[str, str]:
    """Last time's level, where the answer began with it, and what became of that."""
    last = draft.content.level(answer.last_level)
    if last is None:
        return "", ""
    if answer.carried:
        return last.label, CARRIED
    return last.label, CONFIRMED if answer.level == answer.last_level else SINCE_WORDS[Change.CHANGED]


def _narratives(texts: Iterable[tuple[str, DraftNarrative | None]]) -> tuple[CopyNarrative, ...]:
    return tuple(CopyNarrative(f"{label} ({CARRIED.lower()})" if one.carried else label, one.text) for label, one in texts if one)


def _of_the_review(draft: Draft) -> tuple[CopyNarrative, ...]:
    review = draft.content.review
    prompts = draft.content.prompts_of(review) if review else ()
    texts = [(p.label, draft.narratives.get((review.ref, p.key))) for p in prompts] if review else []
    return _narratives(texts)


def copy_of_submission(view: SubmissionView, *, at: datetime, agreed: Mapping[str, Agreed] | None = None) -> ReturnCopy:
    """Exactly what the partnership received, with what was said last time; and the levels agreed, where the viewer may see them."""
    head = view.head
    return ReturnCopy(
        organisation=head.organisation_name,
        unit=head.unit_name,
        partnership=head.partnership_name,
        cycle=head.cycle_title,
        form=FORM_WORDS[Form(head.form)],
        sector=head.sector_label,
        state=f"Submission {head.number} of {day_words(london_date(head.submitted_at))}",
        levels=tuple(level.label for level in view.levels),
        standards=tuple(
            CopyStandard(
                ref=standard.ref,
                title=standard.title,
                question=standard.question,
                statements=tuple(_submitted(one, view.levels, agreed or {}) for one in standard.answers),
                narratives=tuple(CopyNarrative(label, text) for label, text in standard.narratives),
            )
            for standard in view.standards
        ),
        made=moment_words(at),
        reference=head.reference,
        submitted_by=head.submitted_by,
        signed_by=head.signed_by,
        amendment_reason=head.reason,
        narratives=tuple(CopyNarrative(label, text) for label, text in view.other_narratives),
        actions=tuple(_action(action.statement_ref, action) for action in view.actions),
    )


def _submitted(one: AnswerLine, levels: Iterable[LevelContent], agreed: Mapping[str, Agreed]) -> CopyStatement:
    after = agreed.get(one.ref)
    lapsed = after is not None and after.is_lapsed(one.level.key if one.level else "")
    return _statement(
        one.ref,
        one.text,
        one.level,
        must_meet=one.must_meet,
        comment=one.comment,
        reason=one.reason,
        no_action_reason=one.no_action_reason,
        see=one.see,
        evidence=one.evidence,
        agreed=next((level for level in levels if after and level.key == after.level_key), None),
        agreed_note=" (to be agreed again)" if lapsed else "",
        last=one.last,
        since=CONFIRMED if one.change is Change.SAME and one.carried else SINCE_WORDS[one.change],
    )


def _statement(
    ref: str,
    text: str,
    level: LevelContent | None,
    *,
    must_meet: bool,
    comment: str,
    reason: str,
    no_action_reason: str,
    see: str,
    evidence: Iterable[CitedEvidence | EvidenceLine],
    agreed: LevelContent | None = None,
    agreed_note: str = "",
    last: str = "",
    since: str = "",
) -> CopyStatement:
    return CopyStatement(
        ref=ref,
        text=text,
        level=level.label if level else UNANSWERED,
        level_class=level.level_class if level else None,
        agreed=f"{agreed.label}{agreed_note}" if agreed else "",
        agreed_class=agreed.level_class if agreed else None,
        last=last,
        since=since,
        must_meet=must_meet,
        comment=comment,
        reason=reason,
        no_action_reason=no_action_reason,
        see=see,
        evidence=tuple(CopyEvidence(e.title, KIND_WORDS.get(e.kind, e.kind), e.where) for e in evidence),
    )


def _action(statement_ref: str, action: ActionText | ActionLine) -> CopyAction:
    return CopyAction(
        statement_ref=statement_ref,
        what=action.what,
        how=action.how,
        who=action.who,
        due=action.due,
        rag=RAG_WORDS[Rag(action.rag)] if action.rag else "",
        progress=action.progress,
        wants_help=action.wants_help,
    )
