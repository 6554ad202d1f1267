"""How a save says that it did not go through."""

from django.http import JsonResponse

from section11.lib.errors import Conflict, Refused


def conflict_reply(conflict: Conflict, **more: object) -> JsonResponse:
    """409: somebody saved first; both texts are here."""
    said = {"version": conflict.version, "by": conflict.by, "mine": conflict.mine, "theirs": conflict.theirs, **more}
    return JsonResponse(said, status=409)


def refused_reply(refused: Refused) -> JsonResponse:
    """422: what to do, by field."""
    return JsonResponse({"problems": refused.problems}, status=422)
