"""The request as our pages get it: with the viewer that the access table let through."""

from django.http import HttpRequest

from section11.lib.viewer import Viewer


class PageRequest(HttpRequest):
    """A request of a signed-in person. `viewer` is set by the access middleware."""

    viewer: Viewer
