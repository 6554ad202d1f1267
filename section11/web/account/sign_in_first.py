"""What a signed-out person gets at a page that asks for sign-in."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from section11.web.account.hold import KEPT_WORDS, hold_typed, typed_back, wants_json
from section11.web.account.local_path import page_of_post
from section11.web.who_may import Access


def sign_in_first(request: HttpRequest, access: Access) -> HttpResponse:
    """Send them to sign in and back afterwards, with what they typed kept; what cannot be kept is shown for copying."""
    if request.method in ("GET", "HEAD"):
        page = request.get_full_path()
        kept = False
    else:
        page = page_of_post(request)
        kept = hold_typed(request, access) != ""
    address = f"{settings.LOGIN_URL}?{urlencode({'next': page})}"
    if wants_json(request):
        return JsonResponse({"problem": "You are signed out. Sign in again.", "held": kept, "sign_in": address}, status=401)
    if kept:
        messages.warning(request, KEPT_WORDS)
        return redirect(address)
    typed = typed_back(request) if request.method == "POST" else []
    if typed:
        return render(request, "account/signed_out.html", {"typed": typed, "address": address}, status=401)
    return redirect(address)
