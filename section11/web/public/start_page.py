"""The stranger's page: what this is, who asks, how long it takes, what you need, whom to contact."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from section11.web.components.navigation import address_of


@require_safe
def start_page(request: HttpRequest) -> HttpResponse:
    """Open to all."""
    return render(request, "public/start_page.html", {"register_address": address_of("register")})
