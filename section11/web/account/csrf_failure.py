"""What people see when a form comes from before a new sign-in."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from section11.web.account.hold import hold_typed, typed_back, wants_json
from section11.web.account.tell_kept_text import OUTDATED, tell_kept_text
from section11.web.request import access_of


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The typed text is held for the same person and shown again at its page; else 403 with what to do and the text to copy.

    `reason` is Django's, for developers; people are told what to do instead.
    """
    page = hold_typed(request, access_of(request), only_for=request.user.ref) if request.user.is_authenticated else ""
    if wants_json(request):
        problem = "This page is out of date. Load it again: what you typed is kept." if page else "This page is out of date. Load it again."
        return JsonResponse({"problem": problem, "held": bool(page)}, status=403)
    if page:
        tell_kept_text(request, OUTDATED)
        return redirect(page)
    return render(request, "account/csrf_failure.html", {"typed": typed_back(request)}, status=403)
