"""Invite everybody on a checked sheet."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.operations.invite_units import SomeRefused, invite_units
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.transfer.invitation_sheet.checking import checked_row
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.invitation_sheet.table import Problem
from section11.transfer.models import InvitationUpload
from section11.transfer.queries.uploads import officers_upload


def apply_invitation_sheet(viewer: Viewer, upload_id: int, *, at: datetime) -> int:
    """Invite every row of a checked sheet in one step, all or none; the partnership's officers may. Gives how many were invited.

    If somebody was invited otherwise in the meantime, nothing is kept and the rows that are wrong now are told. A sheet that
    was applied already is not applied again.
    """
    upload = officers_upload(viewer, upload_id)
    rows = [checked_row(told) for told in upload.rows]
    try:
        with transaction.atomic():
            mine = InvitationUpload.objects.filter(pk=upload.pk, state__in=(UploadState.CHECKED, UploadState.APPLYING))
            if not mine.update(state=UploadState.APPLIED, done=len(rows), rows=[], applied_at=at):
                return _invited_before(upload.pk)
            invite_units(viewer, upload.cycle.slug, [row.wording for row in rows], at=at)
            record_event(
                ref("partnership", viewer.partnership_id),
                verb="invitation-sheet-applied",
                actor=viewer.person_ref,
                subject=ref("cycle", upload.cycle_id),
                at=at,
                details={"invitations": len(rows)},
            )
    except SomeRefused as wrong:
        problems = [Problem(rows[place].row, column, text) for place, told in wrong.by_place.items() for column, text in told.items()]
        InvitationUpload.objects.filter(pk=upload.pk, state__in=(UploadState.CHECKED, UploadState.APPLYING)).update(
            state=UploadState.REFUSED, rows=[], problems=[problem.as_dict() for problem in problems]
        )
        raise Refused("Something has changed since the sheet was checked. Nobody was invited") from None
    return len(rows)


def _invited_before(upload_id: int) -> int:
    upload = InvitationUpload.objects.get(pk=upload_id)
    if upload.state != UploadState.APPLIED:
        raise Refused("This sheet is not ready, or was put aside")
    return upload.done
