"""What people see when a page cannot be shown."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from section11.web.account.hold import typed_back, wants_json
from section11.web.context import outer_links


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that we could not read; 413: it sent too much."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "errors/too_large.html", status=413)
    return render(request, "errors/bad_request.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return render(request, "errors/forbidden.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: absent, or not this person's; the two look the same. What a person typed who may no longer save it is given back."""
    typed = typed_back(request) if request.method == "POST" and not wants_json(request) else []
    return render(request, "errors/not_found.html", {"typed": typed}, status=404)


def not_allowed(request: HttpRequest, refusal: HttpResponse) -> HttpResponse:
    """405: an address that only takes what a button sends was opened by itself. Says what it takes, as the bare refusal did."""
    page = render(request, "errors/not_allowed.html", status=405)
    page["Allow"] = refusal["Allow"]
    return page


def server_error(request: HttpRequest) -> HttpResponse:
    """500. Asks nothing of the database, which may be what failed."""
    page = render_to_string(
        "errors/server_error.html",
        {
            "person": None,
            "demo": settings.DEMO,
            "csp_nonce": str(getattr(request, "csp_nonce", "")),
            **outer_links(signed_in=False),
            "sign_in_address": "",
        },
    )
    return HttpResponse(page, status=500)
