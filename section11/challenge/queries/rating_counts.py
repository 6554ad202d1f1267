"""How often each level was given in a cycle's latest submissions, on either basis. Grouped by the database."""

from dataclasses import dataclass

from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from section11.challenge.models import AgreedLevel
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer
from section11.standards.models import Level
from section11.standards.vocabulary import LevelClass

NONE = ""  # the level key of an unanswered statement


@dataclass(frozen=True, slots=True)
class FlaggedAnswer:
    """An answer in the latest submission of an invitation that wants looking at."""

    invitation_id: int
    statement_ref: str
    must_meet_missed: bool
    without_action: bool


def counted_answers(viewer: Viewer, cycle_id: int, *, agreed: bool) -> QuerySet[SubmittedAnswer]:
    """Answers of the latest submissions to the invited units of a cycle of the viewer's partnership, with `level_key`.

    With `agreed`, the agreed level stands in where there is one that was agreed on the present self-rating.
    """
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    latest = ReturnInvitation.objects.filter(
        invitation__cycle_id=cycle_id,
        invitation__cycle__partnership_id=viewer.partnership,
        invitation__state=InvitationState.INVITED,
        latest__isnull=False,
    ).values("latest_id")
    rows = SubmittedAnswer.objects.filter(submission_id__in=latest).order_by()
    if not agreed:
        return rows.annotate(level_key=Coalesce(F("level__key"), Value(NONE)), counted_level=F("level_id"))
    standing = AgreedLevel.objects.filter(
        Q(agreed_on__isnull=True) | Q(agreed_on=OuterRef("level")),
        invitation=OuterRef("submission__invitation"),
        statement=OuterRef("statement"),
    )
    return rows.annotate(
        level_key=Coalesce(Subquery(standing.values("level__key")[:1]), F("level__key"), Value(NONE), output_field=CharField()),
        counted_level=Coalesce(Subquery(standing.values("level_id")[:1]), F("level_id")),
    )


def counts_by_statement(viewer: Viewer, cycle_id: int, *, agreed: bool) -> dict[tuple[str, str, str], int]:
    """(statement ref, sector key, level key) -> how many returns."""
    rows = (
        counted_answers(viewer, cycle_id, agreed=agreed)
        .values_list("statement__ref", "submission__invitation__sector__key", F("level_key"))
        .annotate(number=Count("pk"))
    )
    return {(ref, sector, key): number for ref, sector, key, number in rows}


def counts_by_return(viewer: Viewer, cycle_id: int, *, agreed: bool) -> dict[tuple[int, str], int]:
    """(invitation, level key) -> how many statements."""
    answers = counted_answers(viewer, cycle_id, agreed=agreed)
    rows = answers.values_list("submission__invitation_id", F("level_key")).annotate(number=Count("pk"))
    return {(invitation_id, key): number for invitation_id, key, number in rows}


def flagged_answers(viewer: Viewer, cycle_id: int, *, agreed: bool) -> list[FlaggedAnswer]:
    """Must-meet statements that apply and are not in class met (unanswered ones too), and levels that ask for an action without one.

    An action counts when it says what, who and by when.
    """
    level = Level.objects.filter(pk=OuterRef("counted_level"))
    rows = counted_answers(viewer, cycle_id, agreed=agreed).annotate(
        counted_class=Subquery(level.values("level_class")[:1]), wants_action=Subquery(level.values("needs_action")[:1])
    )
    missed = Q(statement__must_meet=True) & (
        Q(counted_class__isnull=True) | ~Q(counted_class__in=[LevelClass.MET, LevelClass.NOT_APPLICABLE])
    )
    bare = Q(wants_action=True, has_action=False)
    flagged = rows.annotate(
        is_missed=Case(When(missed, then=Value(1)), default=Value(0)), is_bare=Case(When(bare, then=Value(1)), default=Value(0))
    ).filter(missed | bare)
    return [
        FlaggedAnswer(invitation_id, ref, bool(is_missed), bool(is_bare))
        for invitation_id, ref, is_missed, is_bare in flagged.values_list(
            "submission__invitation_id", "statement__ref", F("is_missed"), F("is_bare")
        )
    ]


@dataclass(frozen=True, slots=True)
class AnswerFilter:
    """Which answers are wanted: of a statement, of a standard (by ref; empty = any), with one of these levels."""

    statement: str
    standard: str
    level_keys: tuple[str, ...]


def answers_found(viewer: Viewer, cycle_id: int, wanted: AnswerFilter, *, agreed: bool) -> list[tuple[int, str]]:
    """(invitation, statement ref) of every counted answer that is wanted."""
    rows = counted_answers(viewer, cycle_id, agreed=agreed).filter(Q(("level_key__in", wanted.level_keys)))
    if wanted.statement:
        rows = rows.filter(statement__ref=wanted.statement)
    if wanted.standard:
        rows = rows.filter(statement__standard__ref=wanted.standard)
    return list(rows.values_list("submission__invitation_id", "statement__ref"))
