"""Confirm a narrative of last time as it stands."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent, Conflict
from section11.lib.viewer import Viewer
from section11.returns.models import Narrative
from section11.returns.operations.note_save import note_save
from section11.returns.operations.save_answer import SavedAnswer
from section11.returns.queries.writing import check_open, head_for_writer


def confirm_narrative(viewer: Viewer, return_id: int, standard_ref: str, prompt: str, *, version: int, at: datetime) -> SavedAnswer:
    """Say that a text carried from last time still holds: by the return's lead, or a contributor handed its standard.

    Confirms what was shown as `version`; raises `Conflict` with what stands when somebody saved in between.
    """
    head = head_for_writer(viewer, return_id, standard_ref)
    narrative = Narrative.objects.filter(unit_return_id=return_id, standard__ref=standard_ref, prompt=prompt).first()
    if narrative is None:
        raise Absent
    check_open(head)
    with transaction.atomic():
        won = Narrative.objects.filter(pk=narrative.pk, version=version, carried=True).update(
            carried=False, version=F("version") + 1, saved_at=at, saved_by=viewer.person_ref, saved_by_name=viewer.name
        )
        if not won:
            stands = Narrative.objects.get(pk=narrative.pk)
            if not stands.carried and (stands.version == version or stands.saved_by == viewer.person_ref):
                return SavedAnswer(stands.version, stands.saved_at or at, changed=False)
            raise Conflict(version=stands.version, mine={}, theirs={"text": stands.text}, by=stands.saved_by_name)
        note_save(head, at=at)
        record_event(
            head.stream,
            verb="confirmed-narrative",
            actor=viewer.person_ref,
            subject=head.ref,
            at=at,
            details={"standard": standard_ref, "prompt": prompt},
        )
    return SavedAnswer(version + 1, at, changed=True)
