"""Puts the viewer on the request, or answers before the page is reached. The access table decides; nothing else does."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode

from section11.directory.queries import viewer_in_organisation, viewer_in_partnership, viewer_of_person
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.web.access import ACCESS, Scope
from section11.web.errors import not_found


class AccessMiddleware:
    """Looks the route up in the access table and refuses what it does not grant.

    Signed-out people are sent to sign in, whether the address exists or not. For everybody else foreign and absent
    look the same: 404. Pages of signed-in people are never kept by a browser or a proxy.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated or "Cache-Control" not in response:
            response["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        match = request.resolver_match
        access = ACCESS.get(match.view_name if match else "")
        if access is None or (access.scope is Scope.DEMO and not settings.DEMO):
            raise Http404
        if access.scope in (Scope.PUBLIC, Scope.DEMO):
            return None
        if not request.user.is_authenticated:
            return sign_in_first(request)
        viewer: Viewer | None
        if access.scope is Scope.PARTNERSHIP:
            viewer = viewer_in_partnership(request.user, kwargs["partnership"])
        elif access.scope is Scope.ORGANISATION:
            viewer = viewer_in_organisation(request.user, kwargs["organisation"])
        else:
            viewer = viewer_of_person(request.user)
        if viewer is None or (access.roles and not viewer.has(*access.roles)):
            raise Http404
        request.viewer = viewer  # type: ignore[attr-defined]
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What a query or operation calls absent is 404, the same as an address that is not there."""
        return not_found(request) if isinstance(exception, Absent) else None


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Send a signed-out person to sign in, and back afterwards."""
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
