"""Every submission of a cycle, whole: for files that go out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Submission, SubmittedAction, SubmittedAnswer, SubmittedEvidence, SubmittedNarrative


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """A piece of evidence as cited."""

    title: str
    kind: str
    where: str
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """An answered statement."""

    ref: str
    level: str
    comment: str
    reason: str
    no_action_reason: str
    see: str
    extra: Mapping[str, Any]
    evidence: tuple[EvidenceRecord, ...]


@dataclass(frozen=True, slots=True)
class NarrativeRecord:
    """The text of one prompt; `standard_ref` empty: of the review form itself."""

    standard_ref: str
    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """An action of the plan as it stood."""

    statement_ref: str
    what: str
    how: str
    who: str
    due: date | None
    rag: str
    progress: str
    wants_help: bool
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """A submission to one invitation."""

    invitation_id: int
    number: int
    submitted_at: datetime
    submitted_by: str
    signed_by: str
    reason: str
    extra: Mapping[str, Any]
    part_extras: Mapping[str, Any]
    answers: tuple[AnswerRecord, ...]
    narratives: tuple[NarrativeRecord, ...]
    actions: tuple[ActionRecord, ...]


def submission_records(viewer: Viewer, cycle_id: int) -> dict[int, list[SubmissionRecord]]:
    """By invitation, every submission to a cycle of the viewer's partnership, the latest last; for its officers."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    answers = _answers(cycle_id)
    narratives: defaultdict[int, list[NarrativeRecord]] = defaultdict(list)
    for n in (
        SubmittedNarrative.objects.filter(submission__invitation__cycle=cycle_id)
        .order_by("pk")
        .values_list("submission_id", "standard__ref", "prompt", "text")
    ):
        narratives[n[0]].append(NarrativeRecord(n[1] or "", n[2], n[3]))
    actions: defaultdict[int, list[ActionRecord]] = defaultdict(list)
    for a in SubmittedAction.objects.filter(submission__invitation__cycle=cycle_id).annotate(ref=F("statement__ref")).order_by("order"):
        actions[a.submission_id].append(ActionRecord(a.ref or "", a.what, a.how, a.who, a.due, a.rag, a.progress, a.wants_help, a.extra))
    records: defaultdict[int, list[SubmissionRecord]] = defaultdict(list)
    standing = Submission.objects.filter(
        invitation__cycle=cycle_id, invitation__cycle__partnership=viewer.partnership, withdrawal__isnull=True
    )
    for s in standing.order_by("number"):
        records[s.invitation_id].append(
            SubmissionRecord(
                invitation_id=s.invitation_id,
                number=s.number,
                submitted_at=s.submitted_at,
                submitted_by=s.submitted_by,
                signed_by=s.signed_by,
                reason=s.reason,
                extra=s.extra,
                part_extras=s.part_extras,
                answers=tuple(answers.get(s.pk, ())),
                narratives=tuple(narratives[s.pk]),
                actions=tuple(actions[s.pk]),
            )
        )
    return dict(records)


def _answers(cycle_id: int) -> dict[int, list[AnswerRecord]]:
    """By submission; unanswered statements are not among them."""
    evidence: defaultdict[int, list[EvidenceRecord]] = defaultdict(list)
    for e in SubmittedEvidence.objects.filter(answer__submission__invitation__cycle=cycle_id).order_by("answer", "order"):
        evidence[e.answer_id].append(EvidenceRecord(e.title, e.kind, e.where, e.extra))
    answers: defaultdict[int, list[AnswerRecord]] = defaultdict(list)
    rows = SubmittedAnswer.objects.filter(submission__invitation__cycle=cycle_id, level__isnull=False).order_by("statement__order")
    fields = ("pk", "submission_id", "statement__ref", "level__key", "comment", "reason", "no_action_reason", "see__ref", "extra")
    for pk, submission_id, ref, level, comment, reason, no_action_reason, see, extra in rows.values_list(*fields).iterator(2000):
        answers[submission_id].append(
            AnswerRecord(ref, level, comment, reason, no_action_reason, see or "", extra, tuple(evidence.get(pk, ())))
        )
    return dict(answers)
