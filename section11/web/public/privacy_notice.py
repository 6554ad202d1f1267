"""What is kept about the people who use the service, and why."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def privacy_notice(request: HttpRequest) -> HttpResponse:
    """Open to all."""
    return render(request, "public/privacy_notice.html", {"session_hours": settings.SESSION_COOKIE_AGE // 3600})
