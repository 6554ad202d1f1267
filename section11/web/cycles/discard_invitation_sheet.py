"""Puts an uploaded invitation sheet aside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from section11.lib.errors import Refused
from section11.transfer.operations import discard_invitation_sheet as operation
from section11.transfer.queries.uploads import upload_told
from section11.web.request import PageRequest


def discard_invitation_sheet(request: PageRequest, partnership: str, cycle: str, upload: int) -> HttpResponse:
    """Open to officers; a GET leads back to the sheet."""
    upload_told(request.viewer, cycle, upload)
    if request.method != "POST":
        return redirect("invitation_upload", partnership=partnership, cycle=cycle, upload=upload)
    try:
        operation.discard_invitation_sheet(request.viewer, upload)
    except Refused as refused:
        messages.warning(request, f"{'; '.join(refused.problems.values())}.")
        return redirect("invitation_upload", partnership=partnership, cycle=cycle, upload=upload)
    messages.success(request, "The sheet is put aside. Nobody was invited.")
    return redirect("whom_to_invite", partnership=partnership, cycle=cycle)
