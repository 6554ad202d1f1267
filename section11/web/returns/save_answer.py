"""Where the page of a standard saves one answer as it is typed. Speaks JSON; the plain button posts the whole page."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from section11.lib import clock, dates
from section11.lib.errors import Conflict, Refused
from section11.returns.operations.save_answer import AnswerText
from section11.returns.operations.save_answer import save_answer as save
from section11.web.request import PageRequest
from section11.web.returns.answers_in_json import conflict_reply, refused_reply
from section11.web.returns.typed_answers import digest_of, number


@require_POST
def save_answer(request: PageRequest, organisation: str, return_id: int, statement_ref: str) -> HttpResponse:
    """POST only: 200 with the new version, 409 with both texts, 422 with what is wrong."""
    text = AnswerText(**{name: request.POST.get(name, "") for name in AnswerText.__dataclass_fields__})
    try:
        saved = save(request.viewer, return_id, statement_ref, text, version=number(request.POST.get("version", "")), at=clock.now())
    except Conflict as conflict:
        return conflict_reply(conflict)
    except Refused as refused:
        return refused_reply(refused)
    return JsonResponse(
        {"version": saved.version, "saved_at": dates.time_words(saved.saved_at), "was": digest_of(text), "carried": saved.carried}
    )
