"""Say that a standard does apply after all."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, StandardMark
from section11.returns.operations.keep_taken_mark import keep_taken_mark
from section11.returns.operations.note_save import note_save
from section11.returns.queries.writing import check_open, head_for_writer
from section11.returns.rules.counting import Counted, moved_by_mark


def unmark_not_applicable(viewer: Viewer, return_id: int, standard_ref: str, *, at: datetime) -> None:
    """Take a standard's mark away: by the return's lead, or a contributor who was handed it. Its answers come back."""
    head = head_for_writer(viewer, return_id, standard_ref)
    check_open(head)
    with transaction.atomic():
        rows = list(
            Answer.objects.select_for_update(of=("self",), no_key=True)
            .filter(unit_return_id=return_id, statement__standard__ref=standard_ref)
            .order_by("pk")
            .values_list("level_id", "carried", "last_level_id")
        )
        if not rows:
            raise Absent
        mark = StandardMark.objects.filter(unit_return_id=return_id, standard__ref=standard_ref).first()
        if mark is None:
            return
        keep_taken_mark(mark)
        gone, _ = StandardMark.objects.filter(pk=mark.pk).delete()
        if not gone:
            return
        answers = [Counted(level is not None, carried, last is not None) for level, carried, last in rows]
        note_save(head, answered=-moved_by_mark(head.form, answers), at=at)
        record_event(
            head.stream,
            verb="unmarked-not-applicable",
            actor=viewer.person_ref,
            subject=head.ref,
            at=at,
            details={"standard": standard_ref},
        )
