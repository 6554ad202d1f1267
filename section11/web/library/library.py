"""The editions of the library, with what each is for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from section11.standards.queries.library import library_editions
from section11.web.library.shelves import EXAMPLE, shelved


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Open to all."""
    return render(request, "library/library.html", {"shelves": shelved(library_editions()), "example": EXAMPLE})
