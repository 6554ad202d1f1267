"""Note which submission somebody on the partnership's side looked at last."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.challenge.models import Look
from section11.challenge.queries.looks import Looked, looked
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def note_look(viewer: Viewer, reference: str, *, at: datetime) -> Looked:
    """Note a look at a submission by one who may read it, and give what they had read before.

    The first look at a number is told to both sides; further ones, and looks at numbers before it, change nothing.
    """
    found = looked(viewer, reference)
    if not found.is_new:
        return found
    subject, details = ref("submission", found.submission_id), {"number": found.number}
    with transaction.atomic():
        Look.objects.bulk_create(
            [Look(invitation_id=found.invitation_id, person_id=viewer.person_id, number=found.number, at=at)],
            update_conflicts=True,
            unique_fields=["invitation", "person"],
            update_fields=["number", "at"],
        )
        streams = (ref("organisation", found.organisation_id), ref("partnership", found.partnership_id))
        happened = [Happened(stream, "opened-submission", subject, details) for stream in streams]
        record_events(happened, actor=viewer.person_ref, at=at)
    return found
