"""Frozen copies: an organisation's own, and those a partnership received."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, QuerySet

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Submission, SubmittedAction, SubmittedAnswer, SubmittedEvidence, SubmittedNarrative
from section11.standards.queries.edition_content import edition_content
from section11.standards.rules.content import LevelContent, PromptContent

READERS = (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)

FIELDS = {
    "submission_id": F("pk"),
    "return_id": F("unit_return_id"),
    "invitation_number": F("invitation_id"),
    "organisation_name": F("invitation__participation__name"),
    "organisation_slug": F("invitation__participation__slug"),
    "unit_name": F("invitation__unit__name"),
    "sector_label": F("invitation__sector__label"),
    "cycle_slug": F("invitation__cycle__slug"),
    "cycle_title": F("invitation__cycle__title"),
    "cycle_id": F("invitation__cycle_id"),
    "partnership_name": F("invitation__cycle__partnership__name"),
    "partnership_id": F("invitation__cycle__partnership_id"),
    "edition_id": F("unit_return__edition_id"),
    "edition_hash": F("unit_return__edition__content_hash"),
    "edition_title": F("unit_return__edition__title"),
    "local_edition_id": F("invitation__cycle__local_edition_id"),
    "local_edition_hash": F("invitation__cycle__local_edition__content_hash"),
}
OWN = ("number", "reference", "form", "sector_kind", "submitted_at", "submitted_by", "signed_by", "reason")


@dataclass(frozen=True, slots=True)
class SubmissionHead:
    """Which submission, whose, when and by whom."""

    submission_id: int
    return_id: int
    invitation_number: int
    organisation_name: str
    organisation_slug: str  # in the partnership
    unit_name: str
    sector_label: str
    cycle_slug: str
    cycle_title: str
    cycle_id: int
    partnership_name: str
    partnership_id: int
    edition_id: int
    edition_hash: str
    edition_title: str
    local_edition_id: int | None
    local_edition_hash: str | None
    number: int
    reference: str
    form: str
    sector_kind: str
    submitted_at: datetime
    submitted_by: str
    signed_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence as cited. `item_id` is there when it can be opened."""

    title: str
    kind: str
    where: str
    item_id: int | None


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action as it stood."""

    statement_ref: str
    what: str
    how: str
    who: str
    due: date | None
    rag: str
    progress: str
    wants_help: bool


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One asked statement and what was answered; `level` None = unanswered."""

    ref: str
    key: str
    text: str
    must_meet: bool
    level: LevelContent | None
    comment: str
    reason: str
    no_action_reason: str
    see: str
    evidence: tuple[EvidenceLine, ...]
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class StandardPart:
    """A standard of a submission: its answers and narratives (prompt label and text)."""

    ref: str
    title: str
    question: str
    answers: tuple[AnswerLine, ...]
    narratives: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """A whole submission, to read."""

    head: SubmissionHead
    levels: tuple[LevelContent, ...]
    standards: tuple[StandardPart, ...]
    other_narratives: tuple[tuple[str, str], ...]
    actions: tuple[ActionLine, ...]


def readable(viewer: Viewer) -> QuerySet[Submission]:
    """Those that the viewer may read: their units' own in an organisation; their partnership's, with a role that reads."""
    if viewer.organisation_id is not None:
        mine = Membership.objects.filter(unit_id=OuterRef("unit_return__unit_id"), person_id=viewer.person_id, ended_at__isnull=True)
        return Submission.objects.filter(Exists(mine), unit_return__unit__organisation_id=viewer.organisation_id)
    if viewer.partnership_id is not None and viewer.has(*READERS):
        return Submission.objects.filter(invitation__cycle__partnership_id=viewer.partnership_id)
    return Submission.objects.none()


def _heads(rows: QuerySet[Submission]) -> list[SubmissionHead]:
    return [SubmissionHead(**row) for row in rows.values(*OWN, **FIELDS)]


def submissions_of_return(viewer: Viewer, return_id: int) -> list[SubmissionHead]:
    """Every submission of a return that the viewer may read, the latest first."""
    return _heads(readable(viewer).filter(unit_return_id=return_id).order_by("-number"))


def submissions_of_invitation(viewer: Viewer, invitation_id: int) -> list[SubmissionHead]:
    """Every submission to one invitation that the viewer may read, the latest first."""
    return _heads(readable(viewer).filter(invitation_id=invitation_id).order_by("-number"))


def submission(viewer: Viewer, reference: str) -> SubmissionView:
    """One submission, whole; `Absent` when there is none or it is not for this viewer."""
    found = _heads(readable(viewer).filter(reference=reference))
    if not found:
        raise Absent
    return _whole(found[0])


def _whole(head: SubmissionHead) -> SubmissionView:
    main = edition_content(head.edition_id, head.edition_hash)
    contents = [main]
    if head.local_edition_id and head.local_edition_hash:
        contents.append(edition_content(head.local_edition_id, head.local_edition_hash))
    rows = {
        a.ref: a
        for a in SubmittedAnswer.objects.filter(submission_id=head.submission_id).annotate(
            ref=F("statement__ref"), level_key=F("level__key"), see_ref=F("see__ref")
        )
    }
    evidence: defaultdict[int, list[EvidenceLine]] = defaultdict(list)
    for e in SubmittedEvidence.objects.filter(answer__submission_id=head.submission_id).order_by("answer", "order"):
        evidence[e.answer_id].append(EvidenceLine(e.title, e.kind, e.where, e.item_id if e.kind == "file" else None))
    actions = [
        ActionLine(a.ref or "", a.what, a.how, a.who, a.due, a.rag, a.progress, a.wants_help)
        for a in SubmittedAction.objects.filter(submission_id=head.submission_id).annotate(ref=F("statement__ref")).order_by("order")
    ]
    texts = {
        (n.standard_ref or "", n.prompt): n.text
        for n in SubmittedNarrative.objects.filter(submission_id=head.submission_id).annotate(standard_ref=F("standard__ref"))
    }
    standards = []
    for content in contents:
        for standard in content.standards:
            lines = tuple(
                AnswerLine(
                    ref=s.ref,
                    key=s.key,
                    text=s.text,
                    must_meet=s.must_meet,
                    level=main.level_by_key.get(rows[s.ref].level_key or ""),
                    comment=rows[s.ref].comment,
                    reason=rows[s.ref].reason,
                    no_action_reason=rows[s.ref].no_action_reason,
                    see=rows[s.ref].see_ref or "",
                    evidence=tuple(evidence[rows[s.ref].pk]),
                    actions=tuple(a for a in actions if a.statement_ref == s.ref),
                )
                for s in standard.statements
                if s.ref in rows
            )
            narratives = _narratives(main.prompts, texts, standard.ref)
            if lines or narratives:
                standards.append(StandardPart(standard.ref, standard.title, standard.question, lines, narratives))
    review = (PromptContent("changed", "What has changed since last time?"), PromptContent("improve", "What will you improve?"))
    return SubmissionView(head, main.levels, tuple(standards), _narratives(review, texts, ""), tuple(actions))


def _narratives(prompts: Iterable[PromptContent], texts: Mapping[tuple[str, str], str], standard_ref: str) -> tuple[tuple[str, str], ...]:
    return tuple((p.label, texts[standard_ref, p.key]) for p in prompts if texts.get((standard_ref, p.key)))


def submission_head(viewer: Viewer, reference: str, *, return_id: int) -> SubmissionHead:
    """Which submission of a return that is, whose and when; `Absent` when it is not one of that return or not for this viewer."""
    found = _heads(readable(viewer).filter(reference=reference, unit_return_id=return_id))
    if not found:
        raise Absent
    return found[0]
