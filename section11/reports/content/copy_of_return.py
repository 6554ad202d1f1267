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
from section11.returns.queries.content import AskedStandard
from section11.returns.queries.draft import CitedEvidence, Draft
from section11.returns.queries.submission_view import ActionLine, AnswerLine, EvidenceLine, SubmissionView
from section11.standards.rules.content import LevelContent
from section11.standards.vocabulary import FORM_WORDS, Form

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
            _statement(
                s.ref,
                s.text,
                draft.content.not_applicable if marked is not None else draft.content.level(draft.answers[s.ref].level),
                must_meet=s.must_meet,
                comment=draft.answers[s.ref].comment,
                reason=draft.answers[s.ref].reason,
                no_action_reason=draft.answers[s.ref].no_action_reason,
                see=draft.answers[s.ref].see,
                evidence=draft.answers[s.ref].evidence,
            )
            for s in standard.statements
            if s.ref in draft.answers and draft.is_asked(draft.answers[s.ref])
        ),
        narratives=tuple(CopyNarrative(label, one.text) for label, one in narratives if one is not None),
    )


def _of_the_review(draft: Draft) -> tuple[CopyNarrative, ...]:
    review = draft.content.review
    prompts = draft.content.prompts_of(review) if review else ()
    texts = [(p.label, draft.narratives.get((review.ref, p.key))) for p in prompts] if review else []
    return tuple(CopyNarrative(label, one.text) for label, one in texts if one is not None)


def copy_of_submission(
    view: SubmissionView, *, at: datetime, agreed: Mapping[str, Agreed] | None = None, with_last: bool = False
) -> ReturnCopy:
    """Exactly what the partnership received; with the levels agreed after challenge where the viewer may see them.

    `with_last`: and the level that was given last time beside each.
    """
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
                statements=tuple(_submitted(one, view.levels, agreed or {}, with_last=with_last) for one in standard.answers),
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


def _submitted(one: AnswerLine, levels: Iterable[LevelContent], agreed: Mapping[str, Agreed], *, with_last: bool) -> CopyStatement:
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
        last=one.last if with_last else "",
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
) -> CopyStatement:
    return CopyStatement(
        ref=ref,
        text=text,
        level=level.label if level else UNANSWERED,
        level_class=level.level_class if level else None,
        agreed=f"{agreed.label}{agreed_note}" if agreed else "",
        agreed_class=agreed.level_class if agreed else None,
        last=last,
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
