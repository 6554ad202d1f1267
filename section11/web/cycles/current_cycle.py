"""Leads to a page of the audit that runs now, so that the menu offers it outside of an audit, too."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from section11.cycles.queries.cycle_list import current_cycle_slug
from section11.web.components.cycle_menu import PAGES
from section11.web.request import PageRequest


def current_cycle(request: PageRequest, partnership: str, page: str) -> HttpResponse:
    """To that page of the one open audit; where none is open, or several are, to the list of audits."""
    if page not in PAGES:
        raise Http404
    cycle = current_cycle_slug(request.viewer)
    if cycle is None:
        return redirect("cycles", partnership=partnership)
    return redirect(PAGES[page], partnership=partnership, cycle=cycle)
