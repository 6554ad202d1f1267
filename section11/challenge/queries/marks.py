"""All that a partnership noted about one return, and what its reader may note: one SQL statement for a whole page.

Every kind of mark is a row of the same columns, so that the database gives them all at once. To add a kind: a queryset in
`_sources`, put into the columns by `row`, and a part of `Marks` that is made of its rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, DateTimeField, Exists, F, IntegerField, OuterRef, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from section11.challenge.models import AgreedLevel, Challenge, EvidenceRating, ReviewerPart, StandardGrade
from section11.challenge.queries.agreed_levels import Agreed
from section11.challenge.queries.conflicts import belongs_to
from section11.challenge.queries.reviewer_parts import WRITERS, Remit
from section11.challenge.vocabulary import (
    CHALLENGE_KIND_WORDS,
    CHALLENGE_OUTCOME_WORDS,
    EVIDENCE_STRENGTH_WORDS,
    ChallengeKind,
    ChallengeOutcome,
    ChallengeState,
    EvidenceStrength,
)
from section11.cycles.models import Invitation
from section11.directory.vocabulary import READERS, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer

TEXTS = ("statement", "standard", "key", "label", "extra", "by", "note")
NUMBERS = ("number", "pk", "action")
COLUMNS = ("m_kind", *(f"m_{name}" for name in (*TEXTS, *NUMBERS)), "m_at")


@dataclass(frozen=True, slots=True)
class Mark:
    """One row, whatever its kind; what a kind does not use is empty."""

    kind: str
    statement: str  # refs
    standard: str
    key: str
    label: str
    extra: str
    by: str
    note: str
    number: int
    pk: int
    action: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ChallengeMark:
    """A challenge where it stands in a submission."""

    challenge_id: int
    number: int
    statement_ref: str
    standard_ref: str
    action_id: int
    kind: ChallengeKind
    state: ChallengeState
    outcome: ChallengeOutcome

    @property
    def kind_words(self) -> str:
        """What is asked."""
        return CHALLENGE_KIND_WORDS[self.kind]

    @property
    def outcome_words(self) -> str:
        """How it ended."""
        return CHALLENGE_OUTCOME_WORDS[self.outcome]


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands beside a submission: agreed levels by statement ref, challenges, and what the viewer may write about.

    Also how strong the evidence of each submission's answers is (by reference and statement ref), and grades by standard ref.
    """

    agreed: Mapping[str, Agreed]
    challenges: tuple[ChallengeMark, ...]
    remit: Remit
    strengths: Mapping[tuple[str, str], EvidenceStrength]
    grades: Mapping[str, str]

    def strength_words(self, reference: str, ref: str) -> str:
        """How strong the evidence behind an answer of that submission is; empty when nobody rated it."""
        strength = self.strengths.get((reference, ref))
        return EVIDENCE_STRENGTH_WORDS[strength] if strength else ""

    def on_statement(self, ref: str) -> list[ChallengeMark]:
        """The challenges on a statement."""
        return [one for one in self.challenges if one.statement_ref == ref]

    def on_standard(self, ref: str) -> list[ChallengeMark]:
        """The challenges on a standard as a whole."""
        return [one for one in self.challenges if one.standard_ref == ref]

    def on_action(self, action_id: int) -> list[ChallengeMark]:
        """The challenges on an action."""
        return [one for one in self.challenges if one.action_id == action_id]


def marks(viewer: Viewer, invitation_id: int) -> Marks:
    """Everything noted about a return, for those who read submissions in its partnership; `Absent` for everybody else."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    first, *others = _sources(viewer, invitation_id)
    rows = [Mark(*row) for row in first.union(*others, all=True)]
    strengths = {(r.extra, r.statement): EvidenceStrength(r.key) for r in rows if r.kind == "evidence"}
    grades = {r.standard: r.label for r in rows if r.kind == "grade"}
    return Marks(_agreed(rows), _challenges(rows), _remit(viewer, rows), strengths, grades)


def row(kind: str, rows: QuerySet[Any], at: Combinable | None = None, **columns: Combinable) -> QuerySet[Any, Any]:
    """A queryset as rows of marks: the columns named, the others empty."""
    texts = {f"m_{name}": _text(columns.get(name, Value(""))) for name in TEXTS}
    numbers = {f"m_{name}": Coalesce(columns.get(name, Value(0)), Value(0), output_field=IntegerField()) for name in NUMBERS}
    moment = Cast(at if at is not None else Value(None), DateTimeField())
    kinds = {"m_kind": Value(kind, output_field=TextField())}
    found: QuerySet[Any, Any] = rows.order_by().annotate(**kinds, **texts, **numbers, m_at=moment).values_list(*COLUMNS)
    return found


def _text(column: Combinable) -> Coalesce:
    return Coalesce(Cast(column, TextField()), Value(""), output_field=TextField())


def _sources(viewer: Viewer, invitation_id: int) -> Iterable[QuerySet[Any, Any]]:
    mine = ReviewerPart.objects.filter(cycle=OuterRef("cycle"), person_id=viewer.person_id)
    yield row(
        "invitation",
        Invitation.objects.filter(pk=invitation_id, cycle__partnership=viewer.partnership),
        label=F("participation__name"),
        number=_flag(belongs_to(viewer.person_id, OuterRef("participation__organisation"))),
        pk=_flag(Exists(mine)),
        action=_flag(Exists(mine.filter(sector=OuterRef("sector")))),
    )
    here = {"invitation": invitation_id, "invitation__cycle__partnership": viewer.partnership}
    cycle = Invitation.objects.filter(pk=invitation_id).values("cycle")
    yield row(
        "part",
        ReviewerPart.objects.filter(cycle__in=cycle, person_id=viewer.person_id, standard__isnull=False),
        standard=F("standard__ref"),
    )
    yield row(
        "agreed",
        AgreedLevel.objects.filter(**here),
        at=F("agreed_at"),
        statement=F("statement__ref"),
        key=F("level__key"),
        label=F("level__label"),
        extra=F("agreed_on__key"),
        by=F("agreed_by_name"),
        note=F("reason"),
        number=F("version"),
    )
    yield row(
        "challenge",
        Challenge.objects.filter(**here),
        at=F("raised_at"),
        statement=F("statement__ref"),
        standard=F("standard__ref"),
        key=F("kind"),
        label=F("state"),
        extra=F("outcome"),
        by=F("raised_by_name"),
        number=F("number"),
        pk=F("pk"),
        action=F("action_id"),
    )
    yield row(
        "evidence",
        EvidenceRating.objects.filter(submission__invitation=invitation_id, submission__invitation__cycle__partnership=viewer.partnership),
        statement=F("statement__ref"),
        key=F("strength"),
        extra=F("submission__reference"),
    )
    yield row("grade", StandardGrade.objects.filter(**here), standard=F("standard__ref"), label=F("grade__label"))


def _flag(condition: Exists) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())


def _agreed(rows: list[Mark]) -> dict[str, Agreed]:
    found = [r for r in rows if r.kind == "agreed" and r.at]
    return {r.statement: Agreed(r.key, r.label, r.extra, r.at, r.by, r.note, r.number) for r in found if r.at}


def _challenges(rows: list[Mark]) -> tuple[ChallengeMark, ...]:
    found = sorted((r for r in rows if r.kind == "challenge"), key=lambda r: r.number)
    return tuple(
        ChallengeMark(
            r.pk, r.number, r.statement, r.standard, r.action, ChallengeKind(r.key), ChallengeState(r.label), ChallengeOutcome(r.extra)
        )
        for r in found
    )


def _remit(viewer: Viewer, rows: list[Mark]) -> Remit:
    about = next((r for r in rows if r.kind == "invitation"), None)
    if about is None:
        raise Absent
    return Remit(
        is_writer=viewer.has(*WRITERS),
        conflict=about.label if about.number else "",
        has_all=viewer.has(Role.OFFICER) or not about.pk or bool(about.action),
        standards=frozenset(r.standard for r in rows if r.kind == "part"),
    )
