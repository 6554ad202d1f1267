"""A contributor says that their part in a standard is done, or not after all."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from section11.lib import clock
from section11.returns.operations.finish_part import finish_part as finish
from section11.web.request import PageRequest


@require_POST
def finish_part(request: PageRequest, organisation: str, return_id: int, standard_ref: str) -> HttpResponse:
    """POST only, from the task list."""
    done = request.POST.get("done") == "1"
    finish(request.viewer, return_id, standard_ref, done=done, at=clock.now())
    messages.success(request, "Thank you. The lead can see that your part is done." if done else "Your part is open again.")
    return redirect("return_tasks", organisation=organisation, return_id=return_id)
