from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.mail import send_mail
from django.test import Client

from section11.web.demo.outbox import read, sent_emails, with_links

pytestmark = pytest.mark.django_db


def send(subject: str, body: str = "Hello") -> None:
    send_mail(subject, body, "from@example.org", ["sam@example.org"])


def test_the_newest_first_each_with_a_link(client: Client, outbox: Path) -> None:
    for subject in ("One", "Two", "Thrée"):
        send(subject)
    page = client.get("/demo/emails").content.decode()
    assert page.index("Thrée") < page.index("Two") < page.index("One")
    assert 'href="/demo/emails/3"' in page
    assert "sam@example.org" in page


def test_empty_says_what_comes_here(client: Client, outbox: Path) -> None:
    assert "There are none yet" in client.get("/demo/emails").content.decode()
    outbox.rmdir()
    assert client.get("/demo/emails").status_code == 200


def test_several_in_one_file_and_a_file_that_is_none(outbox: Path) -> None:
    line = "-" * 79
    (outbox / "a.log").write_text(f"Subject: A\nTo: a@example.org\n\nfirst\n\n{line}\nSubject: B\n\nsecond\n\n{line}\n")
    (outbox / "b.log").write_bytes(b"\xff\xfe not an email \x00")
    (outbox / "other.txt").write_text("Subject: No\n\nno")
    assert [(one.number, one.subject, one.text.strip()) for one in sent_emails(outbox)][1:] == [(2, "B", "second"), (1, "A", "first")]


def test_outside_the_demo_it_is_absent(client: Client, outbox: Path, settings: LazySettings) -> None:
    settings.DEMO = False
    assert client.get("/demo/emails").status_code == 404


def test_an_unknown_encoding_is_read_as_well_as_can_be() -> None:
    raw = b"Subject: x\nContent-Type: text/plain; charset=no-such\n\ncaf\xc3\xa9"
    assert read(1, raw).text.strip() == "café"


def test_links_to_this_product_work_at_any_host() -> None:
    text = "Go to http://127.0.0.1:8000/invited/abc:1. Or http://127.0.0.1:8000 or (https://gov.example/x)."
    assert with_links(text, "http://127.0.0.1:8000") == [
        ("Go to ", ""),
        ("http://127.0.0.1:8000/invited/abc:1", "/invited/abc:1"),
        (". Or ", ""),
        ("http://127.0.0.1:8000", "/"),
        (" or (", ""),
        ("https://gov.example/x", "https://gov.example/x"),
        (").", ""),
    ]
