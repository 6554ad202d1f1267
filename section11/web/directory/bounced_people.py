"""The people whose emails come back, and what to do about it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.clear_bounce import clear_bounce
from section11.directory.queries import bounced
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.request import PageRequest


def bounced_people(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to officers. A POST says that somebody's address works again."""
    if request.method == "POST":
        told = request.POST.get("person", "")
        try:
            clear_bounce(request.viewer, int(told) if told.isascii() and told.isdigit() and len(told) < 19 else 0, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "Emails go to this address again.")
        return redirect("bounced_people", partnership=partnership)
    page = bounced.bounced_people(request.viewer, page=request.GET.get("page", "1"))
    return render(request, "directory/bounced_people.html", {"page": page})
