"""Uploads an invitation sheet, to be checked."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.cycles.queries.cycle_brief import cycle_brief
from section11.jobs.check_invitation_sheet import check_sheet
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.transfer.invitation_sheet.columns import COLUMNS, MEANINGS, MOST_BYTES, REQUIRED
from section11.transfer.invitation_sheet.file_kind import TOO_LARGE
from section11.transfer.operations import upload_invitation_sheet as operation
from section11.web.components.problems import add_problems
from section11.web.forms.cycles import SheetForm
from section11.web.request import PageRequest


def upload_invitation_sheet(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. A file that is no sheet is refused here; its rows are checked in the background."""
    setup = cycle_brief(request.viewer, cycle)
    form = SheetForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > MOST_BYTES:
                raise Refused({"file": TOO_LARGE})
            upload = operation.upload_invitation_sheet(request.viewer, cycle, file_name=file.name, data=file.read(), at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            shown = reverse("invitation_upload", kwargs={"partnership": partnership, "cycle": cycle, "upload": upload})
            job = start_job(request.viewer, check_sheet, title=f"Checking {file.name}"[:200], at=now(), leads_to=shown, upload=upload)
            return redirect("job", partnership=partnership, job=job)
    columns = [(column, column in REQUIRED, MEANINGS[column]) for column in COLUMNS]
    context = {"setup": setup, "form": form, "columns": columns}
    return render(request, "cycles/upload_invitation_sheet.html", context, status=422 if form.errors else 200)
