"""Emails as `make_due_emails` keeps them, and mail servers that behave as told."""

import itertools
import smtplib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, ClassVar

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from section11.lib.refs import ref
from section11.lib.viewer import system_viewer
from section11.notices.models import Email
from section11.notices.notice import Kind, Notice, Text
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import message_id

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
_number = itertools.count(1)


def make_email(partnership_id: int | None = 1, **fields: Any) -> Email:
    """An email that is due."""
    number = next(_number)
    about = fields.pop("about", f"test:{number}")
    given = {
        "kind": EmailKind.REMINDER,
        "partnership_ref": ref("partnership", partnership_id) if partnership_id else "",
        "to": f"person.{number}@example.org",
        "to_name": f"Person {number}",
        "from_name": "Riverside",
        "subject": f"Email {number}",
        "body": "Hello\n",
        "message_id": message_id(about),
        "created_at": LONG_AGO,
        "due_at": LONG_AGO,
        **fields,
    }
    return Email.objects.create(about=about, **given)


def texts(kind: Kind, since: datetime) -> list[tuple[Notice, Text]]:
    """Everything of this kind that is due since that moment, and what it says."""
    return [(notice, notice.write()) for notice in kind.due(system_viewer("test"), since)]


class ScriptedBackend(BaseEmailBackend):
    """A mail server: what it does with each message is the next thing of `script`; after its end it takes everything.

    An exception is raised; a function is called with the message. `taken` holds what it took, by Message-ID.
    """

    script: ClassVar[list[BaseException | Callable[[EmailMessage], object]]] = []
    taken: ClassVar[list[str]] = []
    down: ClassVar[bool] = False

    @classmethod
    def begin(cls, *script: BaseException | Callable[[EmailMessage], object]) -> None:
        """A server that is up, has taken nothing and follows this script."""
        cls.script, cls.taken, cls.down = list(script), [], False

    def open(self) -> bool:
        if type(self).down:
            raise ConnectionRefusedError("no mail server")
        return True

    def send_messages(self, email_messages: Iterable[EmailMessage]) -> int:
        count = 0
        for message in email_messages:
            step = self.script.pop(0) if self.script else None
            if isinstance(step, BaseException):
                raise step
            self.taken.append(str(message.extra_headers["Message-ID"]))
            if step is not None:
                step(message)
            count += 1
        return count


SCRIPTED = "tests.factories.notices.ScriptedBackend"
NOT_NOW = smtplib.SMTPRecipientsRefused({"x@example.org": (451, b"try later")})
NEVER = smtplib.SMTPRecipientsRefused({"x@example.org": (550, b"no such person")})
