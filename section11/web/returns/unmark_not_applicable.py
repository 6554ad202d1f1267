"""Say that a standard does apply after all."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable as unmark
from section11.web.request import PageRequest


@require_POST
def unmark_not_applicable(request: PageRequest, organisation: str, return_id: int, standard_ref: str) -> HttpResponse:
    """POST only, from the page of the standard."""
    try:
        unmark(request.viewer, return_id, standard_ref, at=clock.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The statements are back, with the answers they had")
    return redirect("standard", organisation=organisation, return_id=return_id, standard_ref=standard_ref)
