"""One help page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from section11.web.public.help_texts import SLUGS, help_text, related_texts


@require_safe
def help_page(request: HttpRequest, page: str) -> HttpResponse:
    """Open to all."""
    if page not in SLUGS:
        raise Http404
    return render(request, "public/help_page.html", {"text": help_text(page), "related": related_texts(page)})
