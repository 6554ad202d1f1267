"""Plan an action for a statement of a return."""

from datetime import datetime

from django.db import transaction

from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.operations.add_action import add_action
from section11.plans.rules import ActionText
from section11.returns.models import Answer
from section11.returns.operations.note_save import note_save
from section11.returns.queries.writing import check_open, head_for_writer


def plan_action(viewer: Viewer, return_id: int, statement_ref: str, text: ActionText, *, at: datetime) -> int:
    """Add an action for a statement: by the return's lead, or a contributor who was handed its standard. Gives its id."""
    answer = Answer.objects.filter(unit_return_id=return_id, statement__ref=statement_ref).select_related("statement__standard").first()
    if answer is None:
        raise Absent
    head = head_for_writer(viewer, return_id, answer.statement.standard.ref)
    check_open(head)
    with transaction.atomic():
        note_save(head, at=at)  # first: the return is locked before the activity stream
        return add_action(viewer, head.unit_id, text, origin=head.ref, statement_id=answer.statement_id, at=at)
