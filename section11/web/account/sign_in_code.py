"""Asks for the code that was sent."""

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.stages import LoginStageController
from allauth.core.internal.cryptokit import compare_user_code
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.web.account.local_path import next_path
from section11.web.account.send_code import masked
from section11.web.account.sign_in import code_address
from section11.web.account.tell_kept_text import tell_kept_text
from section11.web.forms.account import CodeForm

OVER = "Your code no longer works. Ask for a new one."
TOO_MANY = "That code was wrong five times, so it no longer works. Ask for a new one."
WRONG = "Enter the code as it stands in the email. Use the newest one if you asked more than once"


def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Open to whoever asked for a code in this browser: five tries, 15 minutes, two more emails."""
    going_to = next_path(request)
    if request.user.is_authenticated:
        return redirect(going_to or "start_here")
    stage = LoginStageController.enter(request, "login_by_code")
    process = LoginCodeVerificationProcess.resume(stage) if stage else None
    if process is None:
        messages.warning(request, OVER)
        return redirect("sign_in")
    if request.method == "POST" and request.POST.get("action") == "resend":
        return resend(request, process, going_to)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if compare_user_code(actual=form.cleaned_data["code"], expected=process.code):
            signed_in: HttpResponse = process.finish(going_to or reverse("start_here"))
            tell_kept_text(request)
            return signed_in
        if not process.record_invalid_attempt():
            messages.warning(request, TOO_MANY)
            return redirect("sign_in")
        form.add_error("code", WRONG)
    email = process.state["email"]
    context = {
        "form": form,
        "next": going_to,
        "email": masked(email) if process.state.get("invited") else email,
        "invited": process.state.get("invited", False),
        "can_resend": process.can_resend,
    }
    return render(request, "account/sign_in_code.html", context, status=422 if form.errors else 200)


def resend(request: HttpRequest, process: LoginCodeVerificationProcess, going_to: str) -> HttpResponse:
    """Send another code, twice at most; the ones before it stop working."""
    if process.can_resend:
        process.resend()
        messages.success(request, "We have sent another code. Only the newest one works.")
    return redirect(code_address(going_to))
