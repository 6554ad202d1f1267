"""The emails that the demo would have sent, the newest first."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from section11.web.demo.outbox import sent_emails


def demo_emails(request: HttpRequest) -> HttpResponse:
    """Open to all where the demo is switched on."""
    return render(request, "demo/demo_emails.html", {"emails": sent_emails(outbox_folder())})


def outbox_folder() -> Path:
    """Where the emails are written, if they are written to files."""
    return Path(getattr(settings, "EMAIL_FILE_PATH", None) or settings.DATA / "outbox")
