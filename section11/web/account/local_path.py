"""Where a page may send somebody: to this product's own addresses only."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2000


def local_path(text: str | None) -> str:
    """The text if it is a path here (`/p/riverside/today?x=1`); else nothing. Never another host, whatever it looks like."""
    if not text or not text.startswith("/") or len(text) > LONGEST:
        return ""
    return text if url_has_allowed_host_and_scheme(text, allowed_hosts=None) else ""


def next_path(request: HttpRequest) -> str:
    """Where the person wants to go after sign-in, from the form or the address; nothing when it is not here."""
    return local_path(request.POST.get("next") or request.GET.get("next"))


def page_of_post(request: HttpRequest) -> str:
    """The page a post came from: its `page` field, else the address that the browser says, else the start."""
    told = local_path(request.POST.get("page"))
    if told:
        return told
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc == request.get_host():
        return local_path(came_from.path) or "/start"
    return "/start"
