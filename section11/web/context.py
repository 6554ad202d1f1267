"""What every page's template is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The viewer (None on public pages), whether this is the demo, and the CSP nonce as text."""
    return {
        "viewer": getattr(request, "viewer", None),
        "person": request.user if request.user.is_authenticated else None,
        "demo": settings.DEMO,
        "csp_nonce": str(getattr(request, "csp_nonce", "")),
    }
