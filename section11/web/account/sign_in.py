"""Asks for an email address and sends a code to it. The same page whether the address is known or not."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from section11.transfer.demo.people import demo_people
from section11.web.account.local_path import next_path
from section11.web.account.send_code import TOO_OFTEN, send_code
from section11.web.forms.account import SignInForm


def sign_in(request: HttpRequest) -> HttpResponse:
    """Open to all; who is signed in goes on."""
    going_to = next_path(request)
    if request.user.is_authenticated:
        return redirect(going_to or "start_here")
    form = SignInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if send_code(request, form.cleaned_data["email"]):
            return redirect(code_address(going_to))
        form.add_error("email", TOO_OFTEN)
    context = {"form": form, "next": going_to, "people": demo_people() if settings.DEMO else []}
    return render(request, "account/sign_in.html", context, status=422 if form.errors else 200)


def code_address(going_to: str) -> str:
    """The page that asks for the code, and where to go after it."""
    address = reverse("sign_in_code")
    return f"{address}?{urlencode({'next': going_to})}" if going_to else address
