"""Take a piece of evidence out of the list."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from section11.evidence.operations.remove_evidence import remove_evidence as remove
from section11.lib import clock
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest


@require_POST
def remove_evidence(request: PageRequest, organisation: str, return_id: int, item_id: int) -> HttpResponse:
    """POST only, from the list. It goes from the answers that cite it, too; submissions keep it."""
    head_for_lead(request.viewer, return_id)
    remove(request.viewer, item_id, at=clock.now())
    messages.success(request, "Taken out of the list and of the answers that cite it. What was submitted keeps it.")
    return redirect("evidence_list", organisation=organisation, return_id=return_id)
