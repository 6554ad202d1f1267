"""What people see when a form comes from before a new sign-in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 with what to do."""
    return render(request, "errors/forbidden.html", status=403)
