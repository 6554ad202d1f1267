"""Puts the viewer on the request, or answers before the page is reached. The access table decides; nothing else does."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from section11.directory.queries import viewer_in_organisation, viewer_in_partnership, viewer_of_person
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.web.account.hold import wants_json
from section11.web.account.sign_in_first import sign_in_first
from section11.web.errors import not_allowed, not_found
from section11.web.request import PageRequest, access_of
from section11.web.who_may import Scope

BEYOND_ALL_NUMBERS = 2**63  # of any row


def leads_nowhere(request: HttpRequest, parts: dict[str, Any]) -> bool:
    """Whether the address holds what no database looks for: PostgreSQL no null character, SQLite no number so large."""
    has_null = "\x00" in request.path or "%00" in request.META["QUERY_STRING"]
    return has_null or any(isinstance(part, int) and part >= BEYOND_ALL_NUMBERS for part in parts.values())


class AccessMiddleware:
    """Looks the route up in the access table and refuses what it does not grant.

    Signed-out people are sent to sign in, whether the address exists or not. For everybody else foreign and absent
    look the same: 404. Pages of signed-in people are never kept by a browser or a proxy. (Static files are answered
    before any of this and are kept for ever.)
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not wants_json(request):
            response = not_allowed(request, response)
        access = access_of(request)
        open_page = access is not None and access.in_search
        if request.user.is_authenticated or not open_page:
            response["Cache-Control"] = "no-store"
        if not open_page:
            response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def process_view(self, request: PageRequest, view: object, args: object, kwargs: dict[str, Any]) -> HttpResponse | None:
        """Let the request through with its viewer, or answer it."""
        access = access_of(request)
        if leads_nowhere(request, kwargs):
            raise Http404
        if access is None or (access.scope is Scope.DEMO and not settings.DEMO):
            raise Http404
        if access.scope in (Scope.PUBLIC, Scope.DEMO):
            return None
        if not request.user.is_authenticated:
            return sign_in_first(request, access)
        viewer: Viewer | None
        if access.scope is Scope.PARTNERSHIP:
            viewer = viewer_in_partnership(request.user, kwargs["partnership"])
        elif access.scope is Scope.ORGANISATION:
            viewer = viewer_in_organisation(request.user, kwargs["organisation"])
        else:
            viewer = viewer_of_person(request.user)
        if viewer is None or (access.roles and not viewer.has(*access.roles)):
            raise Http404
        request.viewer = viewer
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What an operation or a query finds absent is a page that is not there."""
        return not_found(request) if isinstance(exception, Absent) else None
