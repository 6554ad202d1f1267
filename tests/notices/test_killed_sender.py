"""A sender that is killed for real, on either side of the sending: nothing is sent twice, and what nobody knows is shown."""

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from section11.lib.viewer import Viewer
from section11.notices.models import Email
from section11.notices.operations.mark_lost_emails import LONGEST_SENDING, mark_lost_emails
from section11.notices.operations.resend_email import resend_email
from section11.notices.queries import emails_in_trouble
from section11.notices.vocabulary import EmailState
from tests.factories.directory import make_viewer
from tests.factories.notices import make_email
from tests.notices.killed_sender import LOG, SIDE

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]


def send(log: Path, side: str) -> int:
    """Send what is due, in another process, on the database of this test; what that process ended with."""
    settings = connection.settings_dict
    arguments = [sys.executable, "-m", "tests.notices.killed_sender", str(settings["NAME"]), str(settings["HOST"] or "")]
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", LOG: str(log), SIDE: side}
    return subprocess.run(arguments, cwd=ROOT, env=env, check=False, timeout=120).returncode


def taken(log: Path) -> list[str]:
    """The Message-IDs that the mail server took."""
    return log.read_text(encoding="utf-8").split() if log.exists() else []


@pytest.mark.parametrize("side", ["before", "after"])
def test_killed_on_either_side_of_the_sending(at: datetime, tmp_path: Path, side: str) -> None:
    officer, log = make_viewer(), tmp_path / "taken"
    first = make_email(officer.partnership_id, due_at=at - timedelta(hours=1))
    other = make_email(officer.partnership_id, due_at=at)
    # given a sender that is killed while it sends the first one
    assert send(log, side) == -signal.SIGKILL
    states = dict(Email.objects.values_list("pk", "state"))
    assert states == {first.pk: EmailState.CLAIMED, other.pk: EmailState.DUE}
    went = [first.message_id] if side == "after" else []
    assert taken(log) == went
    # when the next one comes
    assert send(log, "never") == 0
    # then it sends the other, and leaves alone what may have gone
    assert taken(log) == [*went, other.message_id]
    assert mark_lost_emails(at=at + LONGEST_SENDING + timedelta(seconds=1)) == 1
    assert send(log, "never") == 0
    assert taken(log) == [*went, other.message_id]
    first.refresh_from_db()
    assert first.state == EmailState.UNKNOWN
    assert emails_in_trouble(officer) == 1
    # and only an officer sends it again, under the same Message-ID
    send_again(officer, first, at)
    assert send(log, "never") == 0
    assert taken(log) == [*went, other.message_id, first.message_id]


def send_again(officer: Viewer, email: Email, at: datetime) -> None:
    """An officer decides that it is sent again."""
    resend_email(officer, email.pk, at=at)
