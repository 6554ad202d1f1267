import io
import sys
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from section11.notices.models import Email
from section11.notices.vocabulary import EmailState
from tests.factories.bounces import delivery_report, mbox
from tests.factories.notices import make_email

pytestmark = pytest.mark.django_db


def run(monkeypatch, data: bytes) -> str:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    out = io.StringIO()
    call_command("note_bounces", stdout=out)
    return out.getvalue()


def test_reads_standard_input_and_says_how_many(monkeypatch):
    one, two = (make_email(state=EmailState.SENT) for _ in range(2))
    reports = [delivery_report(one.message_id, one.to), delivery_report(two.message_id, two.to), delivery_report("<x@y>", "z@example.org")]
    assert run(monkeypatch, mbox(*reports, reports[0])).strip() == (
        "2 emails came back, 1 known before; 1 report about no email of ours to that address"
    )
    assert set(Email.objects.values_list("state", flat=True)) == {EmailState.CAME_BACK}


def test_bears_nothing_and_rubbish(monkeypatch):
    for data in (b"", b"\x00\xff" * 1000):
        assert run(monkeypatch, data).startswith("0 emails came back")
