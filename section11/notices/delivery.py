"""Hands one email to the mail server, and says what became of it."""

import smtplib
from dataclasses import dataclass
from email.utils import formataddr
from enum import StrEnum

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from section11.notices.models import Email

LONGEST_PROBLEM = 500
OF_US = frozenset({503, 530, 534, 535, 538})  # answers about our line to the server: its order, our sign-in
WORDS_OF_US = (" 5.7.", "relay", "blocked", "spam", "denied")  # 5.7: policy and security, by RFC 3463


class Fate(StrEnum):
    """What became of an email."""

    SENT = "sent"
    LATER = "later"  # the server said: not now
    REFUSED = "refused"  # the server, or the email itself, says never
    NO_SUCH_ADDRESS = "no-such-address"  # the server says never to this address
    UNKNOWN = "unknown"  # the line was cut: it may have gone


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an email, and in which words."""

    fate: Fate
    problem: str = ""


def deliver(connection: BaseEmailBackend, email: Email) -> Outcome:
    """Send it over an open connection. Only a clear answer of the server counts as sent or refused."""
    try:
        message = message_of(email)
        message.message()  # headers that cannot be written are found before anything is sent
    except Exception as error:
        return Outcome(Fate.REFUSED, _words("This email could not be written", error))
    try:
        sent = connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        return _of_address(_answer(code, said), code)
    except smtplib.SMTPNotSupportedError as error:
        return Outcome(Fate.REFUSED, _words("The mail server cannot take this email", error))
    except smtplib.SMTPResponseException as error:
        return _answer(error.smtp_code, error.smtp_error)
    except Exception as error:
        return Outcome(Fate.UNKNOWN, _words("The connection to the mail server broke while this was being sent", error))
    if sent == 0:
        return Outcome(Fate.REFUSED, "The mail server did not take this email")
    return Outcome(Fate.SENT)


def message_of(email: Email) -> EmailMessage:
    """The message as it goes out."""
    return EmailMessage(
        subject=email.subject,
        body=email.body,
        from_email=formataddr((email.from_name, settings.DEFAULT_FROM_EMAIL)),
        to=[formataddr((email.to_name, email.to))],
        reply_to=[email.reply_to] if email.reply_to else None,
        headers={"Message-ID": email.message_id, "Auto-Submitted": "auto-generated"},
    )


def _of_address(outcome: Outcome, code: int) -> Outcome:
    """What a server said to the address alone. Where it refuses *us* (relaying, sign-in, policy), the address may be right."""
    is_ours = code in OF_US or any(word in outcome.problem.lower() for word in WORDS_OF_US)
    return Outcome(Fate.NO_SUCH_ADDRESS, outcome.problem) if outcome.fate is Fate.REFUSED and not is_ours else outcome


def _answer(code: int, said: bytes | str) -> Outcome:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return Outcome(Fate.LATER if 400 <= code < 500 else Fate.REFUSED, f"The mail server answered: {code} {text}"[:LONGEST_PROBLEM])


def _words(what: str, error: Exception) -> str:
    return f"{what}: {error}"[:LONGEST_PROBLEM]
