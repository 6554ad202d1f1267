"""Confirm an answer of last time as it stands."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, StandardMark
from section11.returns.operations.note_save import note_save
from section11.returns.operations.save_answer import SavedAnswer
from section11.returns.queries.writing import check_open, head_for_writer
from section11.returns.rules.counting import Counted, counters_moved

NO_LEVEL = "Choose a level first: this audit rates on another scale than last time"


def confirm_answer(viewer: Viewer, return_id: int, statement_ref: str, *, version: int, at: datetime) -> SavedAnswer:
    """Say that an answer carried from last time still holds: by the return's lead, or a contributor handed its standard.

    Confirms what was shown as `version`; raises `Conflict` with what stands when somebody saved in between. Does nothing
    where nothing waits to be confirmed.
    """
    answer = (
        Answer.objects.filter(unit_return_id=return_id, statement__ref=statement_ref)
        .select_related("statement__standard", "level", "see")
        .first()
    )
    if answer is None:
        raise Absent
    head = head_for_writer(viewer, return_id, answer.statement.standard.ref)
    check_open(head)
    if answer.carried and answer.level is None:
        raise Refused({"level": NO_LEVEL})
    with transaction.atomic():
        won = Answer.objects.filter(pk=answer.pk, version=version, carried=True).update(
            carried=False, version=F("version") + 1, saved_at=at, saved_by=viewer.person_ref, saved_by_name=viewer.name
        )
        if not won:
            return _already(answer.pk, viewer, version=version, at=at)
        marked = StandardMark.objects.filter(unit_return_id=return_id, standard_id=answer.statement.standard_id).exists()
        was = Counted(True, True, answer.last_level_id is not None)
        note_save(head, **counters_moved(head.form, was, Counted(True, False, was.has_last), is_marked=marked), at=at)
        record_event(
            head.stream,
            verb="confirmed-answer",
            actor=viewer.person_ref,
            subject=head.ref,
            at=at,
            details={"statement": statement_ref, "level": answer.level.key if answer.level else ""},
        )
    return SavedAnswer(version + 1, at, changed=True)


def _already(answer_id: int, viewer: Viewer, *, version: int, at: datetime) -> SavedAnswer:
    """What stands, if it needs no confirming and this person saved it or saw it; else the conflict."""
    stands = Answer.objects.select_related("level", "see").get(pk=answer_id)
    if not stands.carried and (stands.version == version or stands.saved_by == viewer.person_ref):
        return SavedAnswer(stands.version, stands.saved_at or at, changed=False)
    theirs = {
        "level": stands.level.key if stands.level else "",
        "comment": stands.comment,
        "reason": stands.reason,
        "no_action_reason": stands.no_action_reason,
        "see": stands.see.ref if stands.see else "",
    }
    raise Conflict(version=stands.version, mine={}, theirs=theirs, by=stands.saved_by_name)
