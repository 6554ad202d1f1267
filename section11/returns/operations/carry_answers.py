"""Start a return from last time's answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, AnswerEvidence, Narrative, ReturnInvitation, SubmittedEvidence
from section11.returns.operations.note_save import note_save
from section11.returns.queries.head import ReturnHead
from section11.returns.queries.last_time import LastAnswer, LastTime, last_times
from section11.returns.queries.writing import check_open, head_for_lead
from section11.standards.vocabulary import Form

NOTHING = "There is nothing to start from: your organisation has not submitted a return to this audit tool before."
REVIEWED = "A review begins with last time's answers already. Confirm or change each of them."
TEXTS = ("comment", "reason", "no_action_reason")


@dataclass(frozen=True, slots=True)
class Carried:
    """How much was carried."""

    answers: int
    narratives: int


def carry_answers(viewer: Viewer, return_id: int, *, at: datetime) -> Carried:
    """Put last time's answers where nobody has typed yet, each to be confirmed: by the return's lead, in any form but a review.

    Levels, comments, reasons, narratives, and evidence that is still there. What was asked under another tool comes
    through a published mapping.
    """
    head = head_for_lead(viewer, return_id)
    check_open(head)
    if head.form == Form.REVIEW:
        raise Refused(REVIEWED)
    last = _last_time(head)
    with transaction.atomic():
        answers = _carry_answers(viewer, head, last, at)
        narratives = _carry_narratives(viewer, head, last, at)
        carried = Carried(len(answers), len(narratives))
        if not (carried.answers or carried.narratives):
            return carried
        note_save(head, at=at)
        record_event(
            head.stream,
            verb="carried-answers",
            actor=viewer.person_ref,
            subject=head.ref,
            at=at,
            details={"answers": carried.answers, "narratives": carried.narratives},
        )
    return carried


def _last_time(head: ReturnHead) -> LastTime:
    rows = ReturnInvitation.objects.filter(unit_return_id=head.previous_id, latest__isnull=False) if head.previous_id else None
    latest = rows.order_by("latest__submitted_at").values_list("latest_id", flat=True).last() if rows is not None else None
    if latest is None:
        raise Refused(NOTHING)
    return last_times(head.edition_id, head.edition_hash, head.local_edition_id, {latest})[latest]


def _carry_answers(viewer: Viewer, head: ReturnHead, last: LastTime, at: datetime) -> list[Answer]:
    """Into answers that nobody has touched, locked so that nobody touches them meanwhile."""
    untouched = Answer.objects.select_for_update(of=("self",), no_key=True).filter(
        unit_return_id=head.return_id, version=0, level=None, see=None, carried=False, **dict.fromkeys(TEXTS, "")
    )
    asked = set(Answer.objects.filter(unit_return_id=head.return_id).values_list("statement_id", flat=True))
    changed, said = [], {}
    for answer in untouched.order_by("pk"):
        one = last.answers.get(answer.statement_id)
        if one is None:
            continue
        said[answer.pk] = one
        answer.level_id = answer.last_level_id = one.level_id
        answer.comment, answer.reason, answer.no_action_reason = one.comment, one.reason, one.no_action_reason
        answer.see_id = one.see_id if one.see_id in asked - {answer.statement_id} else None
        answer.carried, answer.version = True, 1
        answer.saved_at, answer.saved_by, answer.saved_by_name = at, viewer.person_ref, viewer.name
        changed.append(answer)
    fields = ("level", "last_level", "see", *TEXTS, "carried", "version", "saved_at", "saved_by", "saved_by_name")
    Answer.objects.bulk_update(changed, fields, batch_size=50)
    _cite_again(viewer, head, said, at)
    return changed


def _cite_again(viewer: Viewer, head: ReturnHead, said: Mapping[int, LastAnswer], at: datetime) -> None:
    """The evidence cited last time, where the unit still has it."""
    came_from = {submitted: answer for answer, one in said.items() for submitted in one.answer_ids}
    still = SubmittedEvidence.objects.filter(answer__in=came_from, item__removed_at__isnull=True, item__unit_id=head.unit_id)
    pairs = {(came_from[submitted], item) for submitted, item in still.values_list("answer_id", "item_id") if item}
    AnswerEvidence.objects.bulk_create(
        (AnswerEvidence(answer_id=answer, item_id=item, cited_at=at, cited_by_name=viewer.name) for answer, item in sorted(pairs)),
        ignore_conflicts=True,
    )


def _carry_narratives(viewer: Viewer, head: ReturnHead, last: LastTime, at: datetime) -> list[Narrative]:
    untouched = Narrative.objects.select_for_update(of=("self",), no_key=True).filter(
        unit_return_id=head.return_id, version=0, text="", carried=False, standard__isnull=False
    )
    changed = []
    for narrative in untouched.order_by("pk"):
        text = last.narratives.get((narrative.standard_id or 0, narrative.prompt), "")
        if text:
            narrative.text, narrative.carried, narrative.version = text, True, 1
            narrative.saved_at, narrative.saved_by, narrative.saved_by_name = at, viewer.person_ref, viewer.name
            changed.append(narrative)
    Narrative.objects.bulk_update(changed, ("text", "carried", "version", "saved_at", "saved_by", "saved_by_name"), batch_size=50)
    return changed
