"""A whole return, as it is judged: by standard, how its evidence was rated, its grade, and what was marked and recommended."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, F

from section11.challenge.models import EvidenceRating, GradeLevel
from section11.challenge.queries.judgement_notes import GivenGrade, JudgementNote, grades_of, judgement_notes
from section11.challenge.queries.latest import LATER
from section11.challenge.queries.marks import marks
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer
from section11.returns.queries.submissions import SubmissionHead, readable_head


@dataclass(frozen=True, slots=True)
class StandardLine:
    """How far the judging of a standard is. `strengths`: how many answers' evidence was found this strong."""

    ref: str
    title: str
    answers: int
    strengths: Mapping[str, int]
    grade: GivenGrade | None
    may_judge: bool

    @property
    def rated(self) -> int:
        """How many answers' evidence was rated."""
        return sum(self.strengths.values())


@dataclass(frozen=True, slots=True)
class JudgedReturn:
    """A return's judgement. `problem`: why the viewer may not judge any of it; empty when they may."""

    head: SubmissionHead
    standards: tuple[StandardLine, ...]
    notes: tuple[JudgementNote, ...]
    is_graded: bool
    problem: str


def judged_return(viewer: Viewer, reference: str) -> JudgedReturn:
    """How a submission to the viewer's partnership is judged, for those who read submissions there; else `Absent`."""
    if not viewer.has(*READERS) or viewer.partnership_id is None:
        raise Absent
    head = readable_head(viewer, reference=reference)
    found = marks(viewer, head.invitation_number).remit
    grades = {one.standard_ref: one for one in grades_of(viewer, head.invitation_number)}
    rated = _rated(head.submission_id)
    rows = _standards(head)
    standards = tuple(
        StandardLine(ref, title, answers, rated.get(ref, {}), grades.get(ref), found.covers(ref)) for ref, title, answers, *_ in rows
    )
    problem = "" if found.covers_any else found.problem(rows[0][0] if rows else "")
    is_latest = bool(rows) and rows[0][3]
    return JudgedReturn(
        head=head,
        standards=standards,
        notes=tuple(judgement_notes(viewer, head.invitation_number)),
        is_graded=bool(rows) and rows[0][4],
        problem=problem or ("" if is_latest else LATER),
    )


def _standards(head: SubmissionHead) -> list[tuple[str, str, int, bool, bool]]:
    """Every standard of the submission, in order: ref, title, answers; whether it is the latest, and the cycle is graded."""
    rows = (
        SubmittedAnswer.objects.filter(submission=head.submission_id)
        .order_by()
        .values_list(
            F("statement__standard__ref"),
            F("statement__standard__title"),
            F("statement__standard__edition"),
            F("statement__standard__order"),
        )
        .annotate(
            answers=Count("pk"),
            is_latest=Exists(ReturnInvitation.objects.filter(latest=head.submission_id)),
            is_graded=Exists(GradeLevel.objects.filter(cycle=head.cycle_id)),
        )
    )
    in_order = sorted(rows, key=lambda row: (row[2] != head.edition_id, row[2], row[3]))
    return [(ref, title, answers, is_latest, is_graded) for ref, title, _, _, answers, is_latest, is_graded in in_order]


def _rated(submission_id: int) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    rows = EvidenceRating.objects.filter(submission=submission_id).order_by()
    for ref, strength, count in rows.values_list(F("statement__standard__ref"), "strength").annotate(count=Count("pk")):
        found.setdefault(ref, {})[strength] = count
    return found
