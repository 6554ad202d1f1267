"""How well people with disabilities can use the service, and whom to tell."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def accessibility_statement(request: HttpRequest) -> HttpResponse:
    """Open to all."""
    return render(request, "public/accessibility_statement.html")
