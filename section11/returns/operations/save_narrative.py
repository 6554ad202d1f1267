"""Save the text of one prompt, if nobody saved it since."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Narrative, NarrativeRevision
from section11.returns.operations.note_save import note_save
from section11.returns.operations.save_answer import SavedAnswer
from section11.returns.queries.writing import check_open, head_for_writer
from section11.returns.rules.typing import LONGEST_TEXT, belongs_together, clean


def save_narrative(viewer: Viewer, return_id: int, standard_ref: str, prompt: str, text: str, *, version: int, at: datetime) -> SavedAnswer:
    """Save a narrative that started from `version`: by the return's lead, or a contributor who was handed its standard.

    Raises `Conflict` with both texts (field `text`) when somebody saved in between, `Refused` when the return is not open.
    """
    text = clean(text)
    head = head_for_writer(viewer, return_id, standard_ref)
    check_open(head)
    if len(text) > LONGEST_TEXT:
        raise Refused({"text": f"Shorten this to {LONGEST_TEXT:,} characters or fewer"})
    narrative = Narrative.objects.filter(unit_return_id=return_id, standard__ref=standard_ref, prompt=prompt).first()
    if narrative is None:
        raise Absent
    if narrative.text == text and (narrative.version == version or narrative.saved_by == viewer.person_ref):
        return SavedAnswer(narrative.version, narrative.saved_at or at, changed=False)
    with transaction.atomic():
        won = Narrative.objects.filter(pk=narrative.pk, version=version).update(
            text=text, version=F("version") + 1, saved_at=at, saved_by=viewer.person_ref, saved_by_name=viewer.name
        )
        if not won:
            stands = Narrative.objects.get(pk=narrative.pk)
            raise Conflict(version=stands.version, mine={"text": text}, theirs={"text": stands.text}, by=stands.saved_by_name)
        note_save(head, at=at)
        _keep_revision(narrative.pk, version + 1, text, viewer, at)
    return SavedAnswer(version + 1, at, changed=True)


def _keep_revision(narrative_id: int, version: int, text: str, viewer: Viewer, at: datetime) -> None:
    last = NarrativeRevision.objects.filter(narrative_id=narrative_id).order_by("-version").first()
    if last is None or not belongs_together(started_at=last.started_at, by=last.saved_by, at=at, now_by=viewer.person_ref):
        last = NarrativeRevision(narrative_id=narrative_id, started_at=at, saved_by=viewer.person_ref, saved_by_name=viewer.name)
    last.version, last.text, last.saved_at = version, text, at
    last.save()
