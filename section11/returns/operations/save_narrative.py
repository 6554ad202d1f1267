"""Save the text of one prompt, if nobody saved it since."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.returns.models import Narrative, NarrativeRevision
from section11.returns.operations.note_save import note_save
from section11.returns.operations.save_answer import SavedAnswer
from section11.returns.queries.draft import of_standard
from section11.returns.queries.writing import check_open, head_for_writer
from section11.returns.rules.typing import LONGEST_TEXT, belongs_together


def save_narrative(viewer: Viewer, return_id: int, standard_ref: str, prompt: str, text: str, *, version: int, at: datetime) -> SavedAnswer:
    """Save a narrative that started from `version`: by the return's lead, or a contributor who was handed its standard.

    The review's own two stand under `review` and are the lead's. Saving what was carried from last time confirms it.
    Raises `Conflict` with both texts (field `text`) when somebody saved in between, `Refused` when the return is not open.
    """
    text = clean_text(text)
    head = head_for_writer(viewer, return_id, standard_ref)
    narrative = Narrative.objects.filter(of_standard(standard_ref), unit_return_id=return_id, prompt=prompt).first()
    if narrative is None:
        raise Absent
    check_open(head)
    if len(text) > LONGEST_TEXT:
        raise Refused({"text": f"Shorten this to {LONGEST_TEXT:,} characters or fewer"})
    if narrative.version != version or (narrative.text == text and not narrative.carried):
        return _already(narrative, text, viewer, version=version, at=at)
    with transaction.atomic():
        won = Narrative.objects.filter(pk=narrative.pk, version=version).update(
            text=text, carried=False, version=F("version") + 1, saved_at=at, saved_by=viewer.person_ref, saved_by_name=viewer.name
        )
        if not won:
            return _already(Narrative.objects.get(pk=narrative.pk), text, viewer, version=version, at=at)
        note_save(head, at=at)
        _keep_revision(narrative.pk, version + 1, text, viewer, at)
    return SavedAnswer(version + 1, at, changed=True)


def _already(stands: Narrative, mine: str, viewer: Viewer, *, version: int, at: datetime) -> SavedAnswer:
    """What stands, where it says the same and nobody else saved in between; else the conflict of both texts."""
    if stands.text == mine and (stands.version == version or stands.saved_by == viewer.person_ref):
        return SavedAnswer(stands.version, stands.saved_at or at, changed=False)
    raise Conflict(version=stands.version, mine={"text": mine}, theirs={"text": stands.text}, by=stands.saved_by_name)


def _keep_revision(narrative_id: int, version: int, text: str, viewer: Viewer, at: datetime) -> None:
    last = NarrativeRevision.objects.filter(narrative_id=narrative_id).order_by("-version").first()
    if last is None or not belongs_together(started_at=last.started_at, by=last.saved_by, at=at, now_by=viewer.person_ref):
        last = NarrativeRevision(narrative_id=narrative_id, started_at=at, saved_by=viewer.person_ref, saved_by_name=viewer.name)
    last.version, last.text, last.saved_at = version, text, at
    last.save()
