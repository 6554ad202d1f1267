"""Check an uploaded invitation sheet."""

from collections.abc import Callable
from datetime import datetime

from section11.cycles.queries.invitation_context import invitation_context
from section11.directory.queries.barred_addresses import barred_addresses
from section11.directory.queries.works_in import works_in
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.transfer.invitation_sheet.checking import EMAILS, CheckedRow, check_rows
from section11.transfer.invitation_sheet.reading import read_sheet
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.invitation_sheet.table import Problem
from section11.transfer.models import InvitationUpload
from section11.transfer.queries.uploads import officers_upload


def check_invitation_sheet(viewer: Viewer, upload_id: int, *, at: datetime, progress: Callable[[int, int], None]) -> int:
    """Check every row of an uploaded sheet and keep what each would do, or all that is wrong; officers may. Gives how much is wrong.

    Invites nobody. The file itself is dropped: it names people, and is not needed any more. May be done twice.
    """
    upload = officers_upload(viewer, upload_id)
    waits = InvitationUpload.objects.filter(pk=upload.pk, state__in=(UploadState.WAITING, UploadState.CHECKING))
    if not waits.update(state=UploadState.CHECKING):
        return len(upload.problems)
    context = invitation_context(viewer, upload.cycle.slug, at=at)
    checked: list[CheckedRow] = []
    total = 0
    try:
        with upload.file.open("rb") as file:
            table = read_sheet(file.read())
        total = len(table.rows)
        barred = barred_addresses(viewer, (row.texts.get(column, "") for row in table.rows for column in EMAILS))
        working = works_in(viewer, (row.texts.get("lead_email", "") for row in table.rows))
        checked, problems = check_rows(table.rows, context, barred=barred, works_in=working, progress=progress)
        problems = table.problems + [problem for problem in problems if (problem.row, problem.column) not in table.faulty]
    except Refused as refused:
        problems = [Problem(0, "", reason) for reason in refused.problems.values()]
    InvitationUpload.objects.filter(pk=upload.pk, state=UploadState.CHECKING).update(
        state=UploadState.REFUSED if problems else UploadState.CHECKED,
        rows=[] if problems else [row.as_dict() for row in checked],
        problems=[problem.as_dict() for problem in sorted(problems, key=lambda p: p.row)],
        total=total,
    )
    upload.file.delete(save=False)
    return len(problems)
