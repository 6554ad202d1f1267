"""Bring in the submissions of a closed cycle from a file."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Unit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.operations.import_actions import BroughtAction, import_actions
from section11.plans.rules import ActionText
from section11.returns.models import (
    Return,
    ReturnInvitation,
    StandardCount,
    Submission,
    SubmittedAction,
    SubmittedAnswer,
    SubmittedEvidence,
    SubmittedNarrative,
)
from section11.returns.operations.keep_signs import keep_signs
from section11.returns.operations.renumber_rounds import renumber_rounds
from section11.returns.rules.freezing import FrozenReturn, reference
from section11.returns.vocabulary import ReturnState
from section11.standards.models import Edition, Level, Standard, Statement
from section11.standards.queries.counterparts import Nearness, comparable_editions

BATCH = 1000


@dataclass(frozen=True, slots=True)
class BroughtSubmission:
    """A submission as the file has it; extras by statement ref, by statement ref and place in its list, and by place in the plan."""

    submitted_at: datetime
    submitted_by: str
    signed_by: str
    content: FrozenReturn
    extra: Mapping[str, Any] = field(default_factory=dict)
    part_extras: Mapping[str, Any] = field(default_factory=dict)
    answer_extras: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    evidence_extras: Mapping[tuple[str, int], Mapping[str, Any]] = field(default_factory=dict)
    action_extras: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BroughtReturn:
    """What a unit sent to one invitation, the latest last; at least one submission."""

    invitation_id: int
    unit_id: int
    form: str
    sector_key: str
    sector_kind: str
    submissions: Sequence[BroughtSubmission]


@dataclass(frozen=True, slots=True)
class _Ids:
    """What the refs and keys of the cycle's editions stand for."""

    levels: Mapping[str, int]
    statements: Mapping[str, int]
    standards: Mapping[str, int]


def import_submissions(viewer: Viewer, cycle_id: int, returns: Sequence[BroughtReturn], *, at: datetime) -> int:
    """Keep the submissions of a checked file as they were; the partnership's officers may, and the product itself.

    Only into a closed cycle. They have no living answers: what was sent is all there is. The actions of the latest ones live on
    where no later audit has taken their place. Gives how many submissions it kept.
    """
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    with transaction.atomic():
        mine = Cycle.objects.filter(pk=cycle_id, partnership=viewer.partnership_id, state=CycleState.CLOSED)
        cycle = mine.select_related("edition").first()
        if cycle is None or cycle.edition is None:
            raise Absent
        edition = cycle.edition
        ids = _ids(edition.pk, cycle.local_edition_id)
        made = _make_returns(cycle, edition, returns)
        if _is_newest(cycle):
            returns = _with_living_actions(viewer, made, returns, ids, at)
        pairs = [
            (_submission(row, brought, one, number), one)
            for row, brought in zip(made, returns, strict=True)
            for number, one in enumerate(brought.submissions, 1)
        ]
        Submission.objects.bulk_create((row for row, _ in pairs), BATCH)
        _keep_contents(pairs, ids)
        keep_signs([row.pk for row, _ in pairs], partnership_id=cycle.partnership_id)
        latest = {row.invitation_id: row for row, _ in pairs}
        ReturnInvitation.objects.bulk_create(
            ReturnInvitation(unit_return=row, invitation_id=brought.invitation_id, latest=latest[brought.invitation_id])
            for row, brought in zip(made, returns, strict=True)
        )
        record_event(
            f"partnership:{cycle.partnership_id}",
            verb="submissions-brought-in",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"submissions": len(pairs)},
        )
    return len(pairs)


def _ids(edition_id: int, local_edition_id: int | None) -> _Ids:
    editions = [e for e in (edition_id, local_edition_id) if e]
    return _Ids(
        levels=dict(Level.objects.filter(edition=edition_id).values_list("key", "pk")),
        statements=dict(Statement.objects.filter(standard__edition__in=editions).values_list("ref", "pk")),
        standards=dict(Standard.objects.filter(edition__in=editions).values_list("ref", "pk")),
    )


def _make_returns(cycle: Cycle, edition: Edition, returns: Sequence[BroughtReturn]) -> list[Return]:
    """One return for each, in its place among the unit's others: `previous` is the one before it, and it that of the one after.

    Others are those on the same tool, or on one that a mapping joins to it. Rounds are counted on the same tool.
    """
    units = [brought.unit_id for brought in returns]
    list(Unit.objects.select_for_update(no_key=True).filter(pk__in=units).order_by("pk"))  # nobody opens a return of theirs now
    near = comparable_editions(edition, cycle.partnership_id)
    rounds: dict[int, int] = {}
    others: dict[int, list[Return]] = {}
    for other in Return.objects.filter(unit__in=units, edition__in=near).order_by("created_at", "pk"):
        others.setdefault(other.unit_id, []).append(other)
        if near[other.edition_id] is Nearness.SAME_TOOL:
            rounds[other.unit_id] = max(other.round, rounds.get(other.unit_id, 0))
    made = [
        Return(
            unit_id=brought.unit_id,
            edition=edition,
            round=rounds.get(brought.unit_id, 0) + 1,
            previous=next(
                (o for o in reversed(others.get(brought.unit_id, [])) if o.created_at < brought.submissions[0].submitted_at), None
            ),
            state=ReturnState.SUBMITTED,
            created_at=brought.submissions[0].submitted_at,
            last_saved_at=brought.submissions[-1].submitted_at,
        )
        for brought in returns
    ]
    Return.objects.bulk_create(made, BATCH)
    after = []
    for row in made:
        later = next((o for o in others.get(row.unit_id, []) if o.created_at > row.created_at), None)
        if later is not None and later.previous_id == row.previous_id:
            later.previous = row
            after.append(later)
    Return.objects.bulk_update(after, ["previous"])
    renumber_rounds(units, [edition_id for edition_id, nearness in near.items() if nearness is Nearness.SAME_TOOL])
    return made


def _is_newest(cycle: Cycle) -> bool:
    """Whether no other audit of the partnership begins later. One that is being set up and has no date yet does."""
    began = cycle.opens or cycle.due or date.min
    others = Cycle.objects.filter(partnership=cycle.partnership_id).exclude(pk=cycle.pk).values_list("opens", "due", "state")
    return all((opens or due or (date.max if state == CycleState.DRAFT else date.min)) <= began for opens, due, state in others)


def _with_living_actions(
    viewer: Viewer, made: Sequence[Return], returns: Sequence[BroughtReturn], ids: _Ids, at: datetime
) -> list[BroughtReturn]:
    """The same, the actions of each latest submission naming those that live on from now on."""
    living = [
        BroughtAction(
            brought.invitation_id,
            row.ref,
            ids.statements.get(a.statement_ref),
            ActionText(a.what, a.how, a.who, a.due, a.progress, a.rag, a.wants_help),
            brought.submissions[-1].submitted_by,
            brought.submissions[-1].submitted_at,
        )
        for row, brought in zip(made, returns, strict=True)
        for a in brought.submissions[-1].content.actions
    ]
    numbers = iter(import_actions(viewer, living, at=at))
    found = []
    for brought in returns:
        *before, last = brought.submissions
        actions = tuple(replace(a, action_id=next(numbers)) for a in last.content.actions)
        found.append(replace(brought, submissions=[*before, replace(last, content=replace(last.content, actions=actions))]))
    return found


def _submission(row: Return, brought: BroughtReturn, one: BroughtSubmission, number: int) -> Submission:
    return Submission(
        unit_return=row,
        invitation_id=brought.invitation_id,
        number=number,
        reference=reference(secrets.token_bytes(8)),
        form=brought.form,
        sector_key=brought.sector_key,
        sector_kind=brought.sector_kind,
        submitted_at=one.submitted_at,
        submitted_by=one.submitted_by,
        signed_by=one.signed_by,
        content_hash=one.content.content_hash,
        extra=dict(one.extra),
        part_extras=dict(one.part_extras),
    )


def _keep_contents(pairs: Sequence[tuple[Submission, BroughtSubmission]], ids: _Ids) -> None:
    """Answers, evidence, narratives, actions and counters of all of them, table by table."""
    answers = [answer for row, one in pairs for answer in _answers(row, one, ids)]
    SubmittedAnswer.objects.bulk_create((answer for answer, _, _ in answers), BATCH)
    SubmittedEvidence.objects.bulk_create(_evidence(answers), BATCH)
    SubmittedNarrative.objects.bulk_create(
        (
            SubmittedNarrative(submission=row, standard_id=ids.standards.get(n.standard_ref), prompt=n.prompt, text=n.text)
            for row, one in pairs
            for n in one.content.narratives
        ),
        BATCH,
    )
    SubmittedAction.objects.bulk_create(
        (
            SubmittedAction(
                submission=row,
                order=order,
                action_id=a.action_id,
                statement_id=ids.statements.get(a.statement_ref),
                what=a.what,
                how=a.how,
                who=a.who,
                due=a.due,
                rag=a.rag,
                progress=a.progress,
                wants_help=a.wants_help,
                extra=dict(one.action_extras.get(order, {})),
            )
            for row, one in pairs
            for order, a in enumerate(one.content.actions)
        ),
        BATCH,
    )
    StandardCount.objects.bulk_create(
        (
            StandardCount(submission=row, standard_id=ids.standards[standard], level_id=ids.levels[level] if level else None, count=count)
            for row, one in pairs
            for (standard, level), count in one.content.counts.items()
        ),
        BATCH,
    )


def _answers(row: Submission, one: BroughtSubmission, ids: _Ids) -> Iterator[tuple[SubmittedAnswer, BroughtSubmission, int]]:
    for number, a in enumerate(one.content.answers):
        answer = SubmittedAnswer(
            submission=row,
            statement_id=ids.statements[a.statement_ref],
            level_id=ids.levels[a.level] if a.level else None,
            comment=a.comment,
            reason=a.reason,
            no_action_reason=a.no_action_reason,
            has_action=a.has_action,
            extra=dict(one.answer_extras.get(a.statement_ref, {})),
        )
        yield answer, one, number


def _evidence(answers: Sequence[tuple[SubmittedAnswer, BroughtSubmission, int]]) -> Iterator[SubmittedEvidence]:
    for answer, one, number in answers:
        content = one.content.answers[number]
        for order, piece in enumerate(content.evidence):
            yield SubmittedEvidence(
                answer=answer,
                order=order,
                title=piece.title,
                kind=piece.kind,
                where=piece.where,
                extra=dict(one.evidence_extras.get((content.statement_ref, order), {})),
            )
