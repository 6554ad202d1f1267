"""A scheduler's sender in a process of its own, killed without warning while it sends. Run by test_killed_sender.py."""

import os
import signal
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

LOG = "KILLED_SENDER_LOG"  # in the environment: the file that stands for the mail server
SIDE = "KILLED_SENDER_SIDE"  # before, after or never


class KillingBackend(BaseEmailBackend):
    """Writes each Message-ID it takes to a file. Kills its own process before or after the first."""

    def send_messages(self, email_messages: Iterable[EmailMessage]) -> int:
        count = 0
        for message in email_messages:
            if os.environ[SIDE] == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            with Path(os.environ[LOG]).open("a", encoding="utf-8") as log:
                log.write(f"{message.extra_headers['Message-ID']}\n")
                log.flush()
                os.fsync(log.fileno())
            if os.environ[SIDE] == "after":
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1
        return count


def main(name: str, host: str) -> None:
    """Send what is due at the moment that was given, on that database."""
    import django
    from django.conf import settings
    from django.db import connections

    settings.DATABASES["default"] |= {"NAME": name, "HOST": host}
    settings.EMAIL_BACKEND = "tests.notices.killed_sender.KillingBackend"
    django.setup()
    connections["default"].settings_dict |= {"NAME": name, "HOST": host}

    from section11.notices.operations.send_due_emails import send_due_emails

    at = datetime(2026, 10, 5, 9, tzinfo=UTC)
    send_due_emails(at=at, now=lambda: at)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
