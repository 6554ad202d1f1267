"""Take in an invitation sheet, to be checked."""

import uuid
from datetime import datetime

from django.core.files.base import ContentFile

from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.transfer.invitation_sheet.file_kind import file_kind
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.models import InvitationUpload


def upload_invitation_sheet(viewer: Viewer, cycle_slug: str, *, file_name: str, data: bytes, at: datetime) -> int:
    """Take in a sheet for a draft or open cycle, to be checked in the background; the partnership's officers may.

    A file that is no workbook and no delimited text is refused at once. Nobody is invited yet. Gives the upload's number.
    """
    cycle = officers_cycle(viewer, cycle_slug)
    if cycle.state == CycleState.CLOSED:
        raise Refused("This audit is closed: nobody can be invited any more")
    kind = file_kind(data)
    upload = InvitationUpload(
        cycle_id=cycle.pk,
        state=UploadState.WAITING,
        file_name="".join(c for c in file_name if c.isprintable())[-200:] or "sheet",
        uploaded_at=at,
        uploaded_by=viewer.person_ref,
        uploaded_by_name=viewer.name,
    )
    upload.file.save(f"{uuid.uuid4()}.{kind.value}", ContentFile(data))
    return upload.pk
