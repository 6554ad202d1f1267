"""Put aside an answer that was carried from last time."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, AnswerEvidence
from section11.returns.operations.note_save import note_save
from section11.returns.queries.writing import check_open, head_for_writer
from section11.standards.vocabulary import Form

REVIEWED = "In a review each of last time's answers is confirmed or changed. Choose another level to change it."
MOVED_ON = "Somebody has confirmed or changed this answer in the meantime, so it stays. Change it as you wish."


def drop_carried(viewer: Viewer, return_id: int, statement_ref: str, *, version: int, at: datetime) -> None:
    """Clear an answer that was carried from last time and not confirmed: by the lead, or a contributor handed its standard.

    What it cites from last time goes, too. A review keeps every answer.
    """
    answer = Answer.objects.filter(unit_return_id=return_id, statement__ref=statement_ref).select_related("statement__standard").first()
    if answer is None:
        raise Absent
    head = head_for_writer(viewer, return_id, answer.statement.standard.ref)
    check_open(head)
    if head.form == Form.REVIEW:
        raise Refused({"level": REVIEWED})
    with transaction.atomic():
        gone = Answer.objects.filter(pk=answer.pk, version=version, carried=True).update(
            level=None,
            last_level=None,
            see=None,
            comment="",
            reason="",
            no_action_reason="",
            carried=False,
            version=F("version") + 1,
            saved_at=None,
            saved_by="",
            saved_by_name="",
        )
        if not gone:
            raise Refused({"level": MOVED_ON})
        AnswerEvidence.objects.filter(answer=answer, cited_at=answer.saved_at or at).delete()
        note_save(head, at=at)
        record_event(
            head.stream, verb="dropped-carried", actor=viewer.person_ref, subject=head.ref, at=at, details={"statement": statement_ref}
        )
