"""Addresses for tests of what happens before a page is reached: one that holds what is typed, one that does not."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from section11.directory.vocabulary import UNIT_ROLES
from section11.lib.errors import Absent
from section11.web.who_may import Access, Scope

ACCESS = {
    "holding": Access(Scope.ORGANISATION, UNIT_ROLES, holds=True),
    "not_holding": Access(Scope.ORGANISATION, UNIT_ROLES),
    "absent": Access(Scope.PERSON),
    "broken": Access(Scope.PUBLIC),
}


def reached(request: HttpRequest, organisation: str) -> HttpResponse:
    """The page was reached."""
    return HttpResponse("reached")


def absent(request: HttpRequest) -> HttpResponse:
    """A query found nothing that is this viewer's."""
    raise Absent


def broken(request: HttpRequest) -> HttpResponse:
    """Something is wrong with the page."""
    raise ValueError("a mistake of ours")


urlpatterns = [
    path("o/<slug:organisation>/holding", reached, name="holding"),
    path("o/<slug:organisation>/not-holding", reached, name="not_holding"),
    path("absent", absent, name="absent"),
    path("broken", broken, name="broken"),
    path("", include("section11.web.urls")),
]
handler400 = "section11.web.errors.bad_request"
handler403 = "section11.web.errors.forbidden"
handler404 = "section11.web.errors.not_found"
handler500 = "section11.web.errors.server_error"
