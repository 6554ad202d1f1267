from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from tests.web.demo.test_demo_emails import send

pytestmark = pytest.mark.django_db


def test_its_text_is_shown_with_links_to_follow(client: Client, outbox: Path, settings: LazySettings) -> None:
    send("Join us", f"<b>Hello</b>\nGo to {settings.PUBLIC_URL}/sign-in?a=1&b=2 now")
    page = client.get("/demo/emails/1").content.decode()
    assert "&lt;b&gt;Hello&lt;/b&gt;" in page
    assert 'href="/sign-in?a=1&amp;b=2"' in page


def test_markup_and_files_are_never_active(client: Client, outbox: Path) -> None:
    email = EmailMultiAlternatives("Receipt", "plain", "a@example.org", ["b@example.org"])
    email.attach_alternative("<script>alert(1)</script>", "text/html")
    email.attach("receipt.pdf", b"%PDF", "application/pdf")
    email.send()
    page = client.get("/demo/emails/1").content.decode()
    assert "plain" in page
    assert "receipt.pdf" in page
    assert "alert(1)" not in page


def test_one_that_is_not_there(client: Client, outbox: Path) -> None:
    for number in (0, 1, 99):
        assert client.get(f"/demo/emails/{number}").status_code == 404


def test_outside_the_demo_it_is_absent(client: Client, outbox: Path, settings: LazySettings) -> None:
    send("x")
    settings.DEMO = False
    assert client.get("/demo/emails/1").status_code == 404
