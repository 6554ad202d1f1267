"""Cite a piece of evidence in an answer."""

from datetime import datetime

from django.db import transaction

from section11.evidence.models import EvidenceItem
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, AnswerEvidence
from section11.returns.operations.note_save import note_save
from section11.returns.queries.writing import check_open, head_for_writer


def cite_evidence(viewer: Viewer, return_id: int, statement_ref: str, item_id: int, *, at: datetime) -> None:
    """Cite a piece of the unit's evidence: by the return's lead, or a contributor who was handed the standard."""
    answer = Answer.objects.filter(unit_return_id=return_id, statement__ref=statement_ref).select_related("statement__standard").first()
    if answer is None:
        raise Absent
    head = head_for_writer(viewer, return_id, answer.statement.standard.ref)
    check_open(head)
    if not EvidenceItem.objects.filter(pk=item_id, unit_id=head.unit_id, removed_at__isnull=True).exists():
        raise Absent
    with transaction.atomic():
        AnswerEvidence.objects.get_or_create(answer=answer, item_id=item_id, defaults={"cited_at": at, "cited_by_name": viewer.name})
        note_save(head, at=at)
