"""Where the page of a standard saves one narrative as it is typed. Speaks JSON; the plain button posts the whole page."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from section11.lib import clock, dates
from section11.lib.errors import Conflict, Refused
from section11.returns.operations.save_narrative import save_narrative as save
from section11.web.request import PageRequest
from section11.web.returns.answers_in_json import conflict_reply, refused_reply
from section11.web.returns.typed_answers import digest, number


@require_POST
def save_narrative(request: PageRequest, organisation: str, return_id: int, standard_ref: str, prompt: str) -> HttpResponse:
    """POST only: 200 with the new version, 409 with both texts, 422 with what is wrong."""
    text = request.POST.get("text", "")
    try:
        saved = save(request.viewer, return_id, standard_ref, prompt, text, version=number(request.POST.get("version", "")), at=clock.now())
    except Conflict as conflict:
        return conflict_reply(conflict)
    except Refused as refused:
        return refused_reply(refused)
    return JsonResponse({"version": saved.version, "saved_at": dates.time_words(saved.saved_at), "was": digest(text), "carried": False})
