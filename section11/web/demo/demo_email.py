"""One email that the demo would have sent."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from section11.lib.errors import Absent
from section11.web.demo.demo_emails import outbox_folder
from section11.web.demo.outbox import sent_email, with_links


def demo_email(request: HttpRequest, number: int) -> HttpResponse:
    """Open to all where the demo is switched on."""
    email = sent_email(outbox_folder(), number)
    if email is None:
        raise Absent
    return render(request, "demo/demo_email.html", {"email": email, "pieces": with_links(email.text, settings.PUBLIC_URL)})
