"""One standard of a submission, as it is judged: answers with their evidence, its grade, and what was marked and recommended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast

from section11.challenge.models import EvidenceRating, GradeLevel, StandardGrade
from section11.challenge.queries.agreed_levels import Agreed
from section11.challenge.queries.judgement_notes import JudgementNote, judgement_notes
from section11.challenge.queries.latest import LATER
from section11.challenge.queries.marks import marks
from section11.directory.vocabulary import READERS
from section11.evidence.vocabulary import EvidenceKind
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer, SubmittedNarrative
from section11.returns.queries.submission_view import EvidenceLine
from section11.returns.queries.submissions import SubmissionHead, readable_head
from section11.standards.models import Prompt, Standard


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """One answer, and how strong its evidence was found to be; strength empty and version 0: not rated yet."""

    ref: str
    text: str
    must_meet: bool
    level_key: str
    level_label: str
    level_class: str
    agreed: Agreed | None  # the level after challenge
    comment: str
    reason: str
    no_action_reason: str
    see: str
    evidence: tuple[EvidenceLine, ...]
    strength: str
    version: int
    rated_by: str


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of a standard as it stands, and the number of the submission it was given on."""

    key: str
    reasons: str
    version: int
    by: str
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class JudgedStandard:
    """A standard of a submission. `problem`: why the viewer may not judge it; empty when they may."""

    head: SubmissionHead
    ref: str
    title: str
    question: str
    answers: tuple[JudgedAnswer, ...]
    narratives: tuple[tuple[str, str], ...]
    scale: tuple[tuple[str, str], ...]  # grades, best first; empty: not graded
    grade: Grade | None
    notes: tuple[JudgementNote, ...]
    standards: tuple[tuple[str, str], ...]  # every standard of the submission, in order
    problem: str

    @property
    def practice(self) -> list[JudgementNote]:
        """What was marked as good practice."""
        return [one for one in self.notes if one.is_practice]

    @property
    def recommendations(self) -> list[JudgementNote]:
        """What was recommended."""
        return [one for one in self.notes if not one.is_practice]

    @property
    def around(self) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
        """The standards before and after this one."""
        place = [ref for ref, _ in self.standards].index(self.ref)
        before = self.standards[place - 1] if place else None
        after = self.standards[place + 1] if place + 1 < len(self.standards) else None
        return before, after


def judged_standard(viewer: Viewer, reference: str, standard_ref: str) -> JudgedStandard:
    """One standard of a submission to the viewer's partnership, for those who read submissions there; else `Absent`."""
    if not viewer.has(*READERS) or viewer.partnership_id is None:
        raise Absent
    head = readable_head(viewer, reference=reference)
    rows = _rows(head, standard_ref)
    if not rows:
        raise Absent
    first = rows[0]
    standards, narratives = _around(head, standard_ref)
    scale, grade = _grade(head, standard_ref)
    noted = marks(viewer, head.invitation_number)
    problem = noted.remit.problem(standard_ref)
    return JudgedStandard(
        head=head,
        ref=standard_ref,
        title=first["title"],
        question=first["question"],
        answers=tuple(_answers(rows, noted.agreed)),
        narratives=narratives,
        scale=scale,
        grade=grade,
        notes=tuple(judgement_notes(viewer, head.invitation_number, standard_ref=standard_ref)),
        standards=standards,
        problem=problem or ("" if first["is_latest"] else LATER),
    )


def _rows(head: SubmissionHead, standard_ref: str) -> list[dict[str, Any]]:
    """The answers, a row for each piece of evidence."""
    rating = EvidenceRating.objects.filter(submission=head.submission_id, statement=OuterRef("statement"))
    found = SubmittedAnswer.objects.filter(submission=head.submission_id, statement__standard__ref=standard_ref)
    in_order = found.order_by("statement__order", "evidence__order")
    rows = in_order.values(
        "comment",
        "reason",
        "no_action_reason",
        ref=F("statement__ref"),
        text=F("statement__text"),
        must_meet=F("statement__must_meet"),
        title=F("statement__standard__title"),
        question=F("statement__standard__question"),
        level_key=F("level__key"),
        level_label=F("level__label"),
        level_class=F("level__level_class"),
        see_ref=F("see__ref"),
        cited=F("evidence__title"),
        kind=F("evidence__kind"),
        where=F("evidence__where"),
        item=F("evidence__item_id"),
        strength=Subquery(rating.values("strength")[:1]),
        rating_version=Subquery(rating.values("version")[:1]),
        rated_by=Subquery(rating.values("rated_by_name")[:1]),
        is_latest=Exists(ReturnInvitation.objects.filter(latest=head.submission_id)),
    )
    return [dict(row) for row in rows]


def _answers(rows: Iterable[dict[str, Any]], agreed: Mapping[str, Agreed]) -> Iterable[JudgedAnswer]:
    whole: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        whole.setdefault(row["ref"], []).append(row)
    for ref, lines in whole.items():
        row = lines[0]
        yield JudgedAnswer(
            ref=ref,
            text=row["text"],
            must_meet=row["must_meet"],
            level_key=row["level_key"] or "",
            level_label=row["level_label"] or "",
            level_class=row["level_class"] or "",
            agreed=agreed.get(ref),
            comment=row["comment"],
            reason=row["reason"],
            no_action_reason=row["no_action_reason"],
            see=row["see_ref"] or "",
            evidence=tuple(_evidence(line) for line in lines if line["cited"] is not None),
            strength=row["strength"] or "",
            version=row["rating_version"] or 0,
            rated_by=row["rated_by"] or "",
        )


def _evidence(line: dict[str, Any]) -> EvidenceLine:
    return EvidenceLine(line["cited"], line["kind"], line["where"], line["item"] if line["kind"] == EvidenceKind.FILE else None)


def _around(head: SubmissionHead, standard_ref: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Every standard of the submission, and this one's narratives with what was asked: in one statement."""
    asked = SubmittedAnswer.objects.filter(submission=head.submission_id, statement__standard=OuterRef("pk"))
    standards = Standard.objects.filter(Exists(asked)).order_by().values_list(_words("standard"), "ref", "title", "edition_id", "order")
    prompt = Prompt.objects.filter(edition=head.edition_id, key=OuterRef("prompt"))
    told = SubmittedNarrative.objects.filter(submission=head.submission_id, standard__ref=standard_ref).exclude(text="").order_by()
    narratives = told.values_list(
        _words("narrative"),
        Subquery(prompt.values("label")[:1], output_field=CharField()),
        "text",
        F("standard__edition_id"),
        Subquery(prompt.values("order")[:1]),
    )
    rows = sorted(standards.union(narratives, all=True), key=lambda row: (row[3] != head.edition_id, row[3], row[4] or 0))
    return (
        tuple((ref, title) for kind, ref, title, _, _ in rows if kind == "standard"),
        tuple((label or "", text) for kind, label, text, _, _ in rows if kind == "narrative"),
    )


def _words(text: str) -> Cast:
    return Cast(Value(text), TextField())


def _grade(head: SubmissionHead, standard_ref: str) -> tuple[tuple[tuple[str, str], ...], Grade | None]:
    """The cycle's scale, and the grade given on it: in one statement."""
    given = StandardGrade.objects.filter(invitation=head.invitation_number, standard__ref=standard_ref, grade=OuterRef("pk"))
    names = ("reasons", "version", "graded_by_name", "graded_at", "submission__number")
    told = {f"given_{place}": Subquery(given.values(name)[:1]) for place, name in enumerate(names)}
    rows = list(GradeLevel.objects.filter(cycle=head.cycle_id).order_by("order").values_list("key", "label", *told.values()))
    grade = next((Grade(row[0], *row[2:]) for row in rows if row[3] is not None), None)
    return tuple((row[0], row[1]) for row in rows), grade
