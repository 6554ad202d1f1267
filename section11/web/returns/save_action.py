"""Where the page of a standard saves the action beside an answer as it is typed. Speaks JSON."""

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from section11.lib import clock, dates
from section11.lib.errors import Conflict, Refused
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from section11.returns.queries.writing import may_write
from section11.web.request import PageRequest
from section11.web.returns.answers_in_json import conflict_reply, refused_reply
from section11.web.returns.keep_typed import save_action_in_place
from section11.web.returns.typed_answers import action_digest, typed_action


@require_POST
def save_action(request: PageRequest, organisation: str, return_id: int, statement_ref: str) -> HttpResponse:
    """POST only: 200 with the action's id and new version, 409 with both texts, 422 with what is wrong."""
    now = clock.now()
    head = return_head(request.viewer, return_id)
    answer = draft(request.viewer, head, with_evidence=False).answers.get(statement_ref)
    if answer is None or not may_write(request.viewer, head, answer.standard_ref):
        raise Http404
    before = answer.action_in_place
    typed = typed_action(request.POST, "", before)
    if typed is None:
        raise Http404
    if typed.problem:
        return refused_reply(Refused({"due": typed.problem}))
    try:
        action_id, version = save_action_in_place(request.viewer, head, statement_ref, before, typed, at=now)
    except Conflict as conflict:
        return conflict_reply(conflict, id=before.action_id if before else 0)
    except Refused as refused:
        return refused_reply(refused)
    was = action_digest(typed.text)
    return JsonResponse({"version": version, "id": action_id, "saved_at": dates.time_words(now), "was": was})
