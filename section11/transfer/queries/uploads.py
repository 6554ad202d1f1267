"""Uploaded invitation sheets."""

from dataclasses import dataclass
from datetime import datetime

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.transfer.invitation_sheet.checking import CheckedRow, checked_row
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.invitation_sheet.table import Problem
from section11.transfer.models import InvitationUpload


@dataclass(frozen=True, slots=True)
class UploadTold:
    """An uploaded sheet as its page shows it: what each row would do, or all that is wrong."""

    upload_id: int
    state: UploadState
    file_name: str
    uploaded_at: datetime
    uploaded_by: str
    total: int
    invited: int
    rows: tuple[CheckedRow, ...]
    problems: tuple[Problem, ...]


def officers_upload(viewer: Viewer, upload_id: int) -> InvitationUpload:
    """The upload, if the viewer is an officer of the partnership whose cycle it is for. For operations of this app."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    upload = InvitationUpload.objects.select_related("cycle").filter(pk=upload_id, cycle__partnership=viewer.partnership_id).first()
    if upload is None:
        raise Absent
    return upload


def upload_told(viewer: Viewer, cycle_slug: str, upload_id: int) -> UploadTold:
    """One uploaded sheet of that cycle; for the partnership's officers."""
    upload = officers_upload(viewer, upload_id)
    if upload.cycle.slug != cycle_slug:
        raise Absent
    return UploadTold(
        upload_id=upload.pk,
        state=UploadState(upload.state),
        file_name=upload.file_name,
        uploaded_at=upload.uploaded_at,
        uploaded_by=upload.uploaded_by_name,
        total=upload.total,
        invited=upload.done,
        rows=tuple(checked_row(told) for told in upload.rows),
        problems=tuple(Problem(told["row"], told["column"], told["reason"], told["found"]) for told in upload.problems),
    )
