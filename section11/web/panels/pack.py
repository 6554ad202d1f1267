"""The pack of a return, on one page: what will be asked, what is open, what was submitted, the plan, the evidence."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.pack import pack as pack_of
from section11.lib.errors import Absent
from section11.web.request import PageRequest


def pack(request: PageRequest, partnership: str, cycle: str, panel: int, slot: int) -> HttpResponse:
    """For members, officers and the scrutineer; never of their own organisation."""
    found = pack_of(request.viewer, panel, slot)
    if found.view.head.cycle_slug != cycle:
        raise Absent
    return render(request, "panels/pack.html", {"pack": found, "view": found.view, "noted": found.noted})
