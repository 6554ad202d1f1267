"""Sends an email without the page waiting for it: how long a mail server takes would tell whether an address is known."""

import logging
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.core.mail import EmailMessage

SLOW = "django.core.mail.backends.smtp.EmailBackend"
_sending = ThreadPoolExecutor(max_workers=2, thread_name_prefix="code-emails")
_log = logging.getLogger(__name__)


def send_unnoticed(message: EmailMessage) -> None:
    """Through a mail server beside the page, to a file or the console at once."""
    if settings.EMAIL_BACKEND == SLOW:
        _sending.submit(send_or_log, message)
    else:
        message.send()


def send_or_log(message: EmailMessage) -> None:
    """What goes wrong is told in the log: the page has long been shown, and it offers another code."""
    try:
        message.send()
    except OSError:  # smtplib's errors are of this kind
        _log.exception("A sign-in code could not be sent")
