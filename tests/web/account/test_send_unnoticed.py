import logging
import smtplib
import threading

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail import EmailMessage

from section11.web.account.send_unnoticed import SLOW, send_unnoticed

MESSAGE = EmailMessage("Your sign-in code", "1234-5678", "a@example.org", ["b@example.org"])


def test_to_a_file_or_the_console_at_once() -> None:
    send_unnoticed(MESSAGE)
    assert len(mail.outbox) == 1


def test_through_a_mail_server_beside_the_page(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.EMAIL_BACKEND = SLOW
    page_shown, sent = threading.Event(), threading.Event()

    def slow(message: EmailMessage) -> None:
        assert page_shown.wait(10)
        sent.set()

    monkeypatch.setattr(EmailMessage, "send", slow)
    send_unnoticed(MESSAGE)
    assert not sent.is_set()
    page_shown.set()
    assert sent.wait(10)


def test_what_goes_wrong_is_logged(settings: LazySettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    settings.EMAIL_BACKEND = SLOW
    tried = threading.Event()

    def refused(message: EmailMessage) -> None:
        tried.set()
        raise smtplib.SMTPServerDisconnected("gone")

    class Told(logging.Handler):
        told = threading.Event()

        def emit(self, record: logging.LogRecord) -> None:
            self.told.set()

    handler = Told()
    logger = logging.getLogger("section11.web.account.send_unnoticed")
    logger.addHandler(handler)
    monkeypatch.setattr(EmailMessage, "send", refused)
    try:
        send_unnoticed(MESSAGE)
        assert tried.wait(10)
        assert handler.told.wait(10)
    finally:
        logger.removeHandler(handler)
    assert "1234-5678" not in caplog.text
