"""A return's answers as they stand, for the organisation that writes them. Never for the partnership."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, OuterRef, Q, Subquery

from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.plans.queries import PlannedAction, actions_of_return
from section11.plans.rules import answers_level
from section11.returns.models import Answer, AnswerEvidence, Narrative, StandardMark
from section11.returns.queries.content import AskedContent, AskedStandard, asked_content
from section11.returns.queries.head import ReturnHead
from section11.returns.rules.checking import Gap, Missing, Rated, StandardProgress, missing, progress_of
from section11.returns.rules.counting import Counted, is_asked
from section11.standards.vocabulary import REVIEW_SECTION


@dataclass(frozen=True, slots=True)
class CitedEvidence:
    """A piece of evidence that an answer cites."""

    item_id: int
    kind: str
    title: str
    where: str
    file_name: str


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """One answer as it stands; `level` and `see` are keys and refs, empty when not given."""

    answer_id: int
    statement_id: int
    standard_ref: str
    statement_ref: str
    level: str
    comment: str
    reason: str
    no_action_reason: str
    see: str
    carried: bool  # last time's, not yet confirmed
    last_level: str  # the key of last time's level, where it began with that
    version: int
    saved_at: datetime | None
    saved_by_name: str
    mark_reason: str | None  # its whole standard is not applicable, and why
    evidence: tuple[CitedEvidence, ...] = ()
    actions: tuple[PlannedAction, ...] = ()

    @property
    def action_in_place(self) -> PlannedAction | None:
        """The action that is written beside the answer: the first that is still to be done."""
        return next((a for a in self.actions if a.is_open), None)


@dataclass(frozen=True, slots=True)
class DraftNarrative:
    """The text of one prompt of one standard as it stands; of the review's own, the standard is `review` without an id."""

    standard_id: int
    standard_ref: str
    prompt: str
    text: str
    carried: bool
    version: int
    saved_at: datetime | None
    saved_by_name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A return, or one standard of it, as it stands now."""

    head: ReturnHead
    content: AskedContent
    answers: Mapping[str, DraftAnswer]  # by statement ref
    narratives: Mapping[tuple[str, str], DraftNarrative]  # by standard ref and prompt key
    actions: tuple[PlannedAction, ...]
    is_brought_in: bool = False  # from a file: nobody is asked for what is missing

    def rated(self, standard: AskedStandard | None = None) -> list[Rated]:
        """What the rules need to know of every asked statement (of one standard, where given), in order."""
        standards = (standard,) if standard else self.content.standards
        return [self._rated(s.standard_ref, s.ref) for one in standards for s in one.statements if s.ref in self.answers]

    def _rated(self, standard_ref: str, ref: str) -> Rated:
        answer = self.answers[ref]
        level = self.content.level(answer.level) if answer.level else None
        return Rated(
            standard_ref=standard_ref,
            statement_ref=ref,
            level_class=level.level_class if level else None,
            needs_reason=bool(level and level.needs_reason) and not self.is_brought_in,
            needs_action=bool(level and level.needs_action) and not self.is_brought_in,
            has_reason=bool(answer.reason),
            has_no_action_reason=bool(answer.no_action_reason),
            has_action=any(answers_level(a.text) for a in answer.actions),
            is_marked=answer.mark_reason is not None,
            is_carried=answer.carried,
            is_optional=not self.is_asked(answer),
        )

    def is_asked(self, answer: DraftAnswer) -> bool:
        """Whether the return is asked this statement: all but what a review never rated before and leaves alone."""
        return is_asked(self.head.form, Counted(bool(answer.level), answer.carried, bool(answer.last_level)))

    def _answers_of(self, standard: AskedStandard) -> list[DraftAnswer]:
        return [self.answers[s.ref] for s in standard.statements if s.ref in self.answers]

    @property
    def missing(self) -> list[Missing]:
        """Everything that sign-off asks for and is not there."""
        return [gap for standard in self.content.standards for gap in self._missing_of(standard)]

    def _missing_of(self, standard: AskedStandard) -> list[Missing]:
        """Of one standard: its statements, then its narratives that were carried and not confirmed."""
        found = missing(self.rated(standard))
        if self._is_marked(standard):
            return found
        carried = [p.key for p in self.content.prompts_of(standard) if (n := self.narratives.get((standard.ref, p.key))) and n.carried]
        return found + [Missing(standard.ref, "", Gap.CONFIRM, prompt) for prompt in carried]

    def _is_marked(self, standard: AskedStandard) -> bool:
        answers = self._answers_of(standard)
        return bool(answers) and all(a.mark_reason is not None for a in answers)

    @property
    def progress(self) -> list[StandardProgress]:
        """How far each standard has come, in order."""
        return [progress_of(standard.ref, self.rated(standard)) for standard in self.content.standards]

    @property
    def empty_narratives(self) -> list[tuple[str, str]]:
        """Standard ref and prompt label of every narrative not written: worth adding, not asked for. In order."""
        return [
            (standard.ref, prompt.label)
            for standard in self.content.pages
            if not standard.is_local and not self._is_marked(standard)
            for prompt in self.content.prompts_of(standard)
            if (standard.ref, prompt.key) in self.narratives and not self.narratives[standard.ref, prompt.key].text
        ]


def draft(viewer: Viewer, head: ReturnHead, *, standard_ref: str = "", with_evidence: bool = True) -> Draft:
    """The answers of a return whose head this viewer was given; of one standard when it is named."""
    content = asked_content(head)
    before = ref("return", head.previous_id) if head.previous_id else ""
    actions = _here(
        actions_of_return(viewer, head.unit_id, origin=head.ref, invitation_id=head.invitation_number, earlier=before), before, content
    )
    by_statement: defaultdict[str, list[PlannedAction]] = defaultdict(list)
    for action in actions:
        by_statement[action.statement_ref].append(action)
    cited = _cited(head, standard_ref) if with_evidence else {}
    rows = Answer.objects.filter(unit_return_id=head.return_id)
    narrative_rows = Narrative.objects.filter(unit_return_id=head.return_id)
    if standard_ref:
        rows = rows.filter(statement__standard__ref=standard_ref)
        narrative_rows = narrative_rows.filter(of_standard(standard_ref))
    marks = StandardMark.objects.filter(unit_return_id=OuterRef("unit_return_id"), standard_id=OuterRef("statement__standard_id"))
    answers = {
        row.ref: DraftAnswer(
            answer_id=row.pk,
            statement_id=row.statement_id,
            standard_ref=row.standard_ref,
            statement_ref=row.ref,
            level=row.level_key or "",
            comment=row.comment,
            reason=row.reason,
            no_action_reason=row.no_action_reason,
            see=row.see_ref or "",
            carried=row.carried,
            last_level=row.last_key or "",
            version=row.version,
            saved_at=row.saved_at,
            saved_by_name=row.saved_by_name,
            mark_reason=row.mark_reason,
            evidence=tuple(cited.get(row.pk, ())),
            actions=tuple(by_statement.get(row.ref, ())),
        )
        for row in rows.annotate(
            ref=F("statement__ref"),
            standard_ref=F("statement__standard__ref"),
            level_key=F("level__key"),
            last_key=F("last_level__key"),
            see_ref=F("see__ref"),
            mark_reason=Subquery(marks.values("reason")[:1]),
        ).order_by("statement__order")
    }
    narratives = {
        (n.standard_ref or REVIEW_SECTION, n.prompt): DraftNarrative(
            n.standard_id or 0, n.standard_ref or REVIEW_SECTION, n.prompt, n.text, n.carried, n.version, n.saved_at, n.saved_by_name
        )
        for n in narrative_rows.annotate(standard_ref=F("standard__ref"))
    }
    return Draft(head=head, content=content, answers=answers, narratives=narratives, actions=tuple(actions))


def _here(actions: Iterable[PlannedAction], before: str, content: AskedContent) -> list[PlannedAction]:
    """The same, those of the return before under the statement of their key; what is no longer asked stays in the plan alone."""
    refs = {s.key: s.ref for standard in content.standards for s in standard.statements}
    found = []
    for action in actions:
        if action.origin != before:
            found.append(action)
        elif action.statement_key in refs:
            found.append(replace(action, statement_ref=refs[action.statement_key]))
    return found


def of_standard(standard_ref: str) -> Q:
    """The narratives of a standard, or the review's own."""
    return Q(standard__isnull=True) if standard_ref == REVIEW_SECTION else Q(standard__ref=standard_ref)


def _cited(head: ReturnHead, standard_ref: str) -> dict[int, list[CitedEvidence]]:
    rows = AnswerEvidence.objects.filter(answer__unit_return_id=head.return_id, item__removed_at__isnull=True)
    rows = rows.select_related("item").order_by("pk")
    if standard_ref:
        rows = rows.filter(answer__statement__standard__ref=standard_ref)
    cited: defaultdict[int, list[CitedEvidence]] = defaultdict(list)
    for row in rows:
        item = row.item
        cited[row.answer_id].append(CitedEvidence(item.pk, item.kind, item.title, item.where, item.file_name))
    return cited
