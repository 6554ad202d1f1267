"""What every page's template is given."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from section11.web.components.cycle_menu import cycle_menu
from section11.web.components.navigation import FOOTER, address_of, links, page_links


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The viewer (None on public pages), whether this is the demo, the CSP nonce as text, and where one can go."""
    viewer = getattr(request, "viewer", None)
    user = getattr(request, "user", None)  # a request refused at the door has none
    person = user if user is not None and user.is_authenticated else None
    return {
        "viewer": viewer,
        "person": person,
        "demo": settings.DEMO,
        "csp_nonce": str(getattr(request, "csp_nonce", "")),
        "place_name": viewer.place if viewer else "",
        "navigation": page_links(request),
        "menu_of_cycle": partial(cycle_menu, request),
        **outer_links(signed_in=person is not None),
    }


def outer_links(*, signed_in: bool) -> dict[str, Any]:
    """What the header and the footer link to on every page."""
    return {
        "home_address": (signed_in and address_of("start_here")) or "/",
        "sign_in_address": address_of("sign_in"),
        "sign_out_address": address_of("sign_out"),
        "footer_links": [(link.label, link.address) for link in links(FOOTER, None, {}, "")],
    }
