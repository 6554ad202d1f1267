"""The partnerships that an organisation can ask to take part in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from section11.directory.queries.registrations import taking_registrations


def register(request: HttpRequest) -> HttpResponse:
    """Open to all. With one partnership, straight to its form."""
    found = taking_registrations()
    if len(found) == 1:
        return redirect("register_organisation", partnership=found[0][0])
    return render(request, "directory/register.html", {"partnerships": found})
