"""The request as our pages get it: with the viewer that the access table let through."""

from django.http import HttpRequest

from section11.lib.viewer import Viewer
from section11.web.access import ACCESS
from section11.web.who_may import Access


class PageRequest(HttpRequest):
    """A request of a signed-in person. `viewer` is set by the access middleware."""

    viewer: Viewer


def access_of(request: HttpRequest) -> Access | None:
    """The line of the access table for the address that was asked; None where there is none."""
    match = request.resolver_match
    return ACCESS.get(match.view_name) if match else None
