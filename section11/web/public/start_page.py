"""The stranger's page: what this is, who asks, how long it takes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def start_page(request: HttpRequest) -> HttpResponse:
    """Open to all."""
    return render(request, "public/start_page.html")
