"""Ends the session."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def sign_out(request: HttpRequest) -> HttpResponse:
    """A post signs out; a GET, from a link or the address bar, shows the button."""
    if request.method == "POST":
        logout(request)
        messages.success(request, "You are signed out.")
        return redirect("sign_in")
    return render(request, "account/sign_out.html")
