"""Stop citing a piece of evidence in an answer."""

from datetime import datetime

from django.db import transaction

from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, AnswerEvidence
from section11.returns.operations.note_save import note_save
from section11.returns.queries.writing import check_open, head_for_writer


def uncite_evidence(viewer: Viewer, return_id: int, statement_ref: str, item_id: int, *, at: datetime) -> None:
    """Take a piece of evidence from an answer, not from the list: by the lead, or a contributor handed the standard."""
    answer = Answer.objects.filter(unit_return_id=return_id, statement__ref=statement_ref).select_related("statement__standard").first()
    if answer is None:
        raise Absent
    head = head_for_writer(viewer, return_id, answer.statement.standard.ref)
    check_open(head)
    with transaction.atomic():
        AnswerEvidence.objects.filter(answer=answer, item_id=item_id).delete()
        note_save(head, at=at)
