"""The list of help pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from section11.web.public.help_texts import help_groups


@require_safe
def help_index(request: HttpRequest) -> HttpResponse:
    """Open to all."""
    return render(request, "public/help_index.html", {"groups": help_groups()})
