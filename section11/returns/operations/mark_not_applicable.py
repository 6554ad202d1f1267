"""Say that a whole standard does not apply, with one reason."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.returns.models import Answer, StandardMark
from section11.returns.operations.keep_taken_mark import keep_taken_mark
from section11.returns.operations.note_save import note_save
from section11.returns.queries.content import asked_content
from section11.returns.queries.writing import check_open, head_for_writer
from section11.returns.rules.counting import Counted, moved_by_mark
from section11.returns.rules.typing import LONGEST_TEXT

TOLD_BEFORE = (
    "{by} has marked this standard already and says why: “{reason}”. Leave it at that, "
    "or say on the page of the standard that it does apply after all and then give your own reason"
)


def mark_not_applicable(viewer: Viewer, return_id: int, standard_ref: str, reason: str, *, at: datetime) -> None:
    """Mark a standard as not applicable: by the return's lead, or a contributor who was handed it.

    Its answers stay underneath and come back when the mark is taken away. Whoever marked it may put the reason in other
    words; somebody else's reason is never written over.
    """
    reason = clean_text(reason)
    head = head_for_writer(viewer, return_id, standard_ref)
    check_open(head)
    if asked_content(head).not_applicable is None:
        raise Refused("This audit's scale has no “not applicable”, so every statement needs a level.")
    if not reason:
        raise Refused({"reason": "Say why this standard does not apply to you"})
    if len(reason) > LONGEST_TEXT:
        raise Refused({"reason": f"Shorten this to {LONGEST_TEXT:,} characters or fewer"})
    with transaction.atomic():
        rows = list(
            Answer.objects.select_for_update(of=("self",), no_key=True)
            .filter(unit_return_id=return_id, statement__standard__ref=standard_ref)
            .order_by("pk")
            .values_list("statement__standard_id", "level_id", "carried", "last_level_id")
        )
        if not rows:
            raise Absent
        stands = StandardMark.objects.filter(unit_return_id=return_id, standard_id=rows[0][0]).first()
        if stands is not None and stands.reason != reason and stands.marked_by_name != viewer.name:
            raise Refused({"reason": TOLD_BEFORE.format(by=stands.marked_by_name, reason=stands.reason)})
        if stands is not None and stands.reason != reason:
            keep_taken_mark(stands)
        _, made = StandardMark.objects.update_or_create(
            unit_return_id=return_id,
            standard_id=rows[0][0],
            defaults={"reason": reason, "marked_at": at, "marked_by_name": viewer.name},
        )
        answers = [Counted(level is not None, carried, last is not None) for _, level, carried, last in rows]
        note_save(head, answered=moved_by_mark(head.form, answers) if made else 0, at=at)
        if made:
            record_event(
                head.stream,
                verb="marked-not-applicable",
                actor=viewer.person_ref,
                subject=head.ref,
                at=at,
                details={"standard": standard_ref},
            )
