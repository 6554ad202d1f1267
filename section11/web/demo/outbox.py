"""Reads the emails that the demo wrote to files instead of sending them."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import MIMEPart
from pathlib import Path

BETWEEN = b"\n" + b"-" * 79 + b"\n"
LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
MOST = 500
LARGEST = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SentEmail:
    """One email: its number counts from the first one sent."""

    number: int
    to: str
    subject: str
    sent: str
    text: str
    attachments: tuple[str, ...]


def sent_emails(folder: Path) -> list[SentEmail]:
    """The emails in the outbox, the newest first."""
    return [read(number, raw) for number, raw in _raw(folder)][::-1][:MOST]


def sent_email(folder: Path, number: int) -> SentEmail | None:
    """One of them."""
    return next((read(there, raw) for there, raw in _raw(folder) if there == number), None)


def _raw(folder: Path) -> list[tuple[int, bytes]]:
    files = sorted((path for path in folder.glob("*.log") if path.is_file()), key=lambda path: (path.stat().st_mtime_ns, path.name))
    parts = [part for path in files if path.stat().st_size <= LARGEST for part in path.read_bytes().split(BETWEEN) if part.strip()]
    return list(enumerate(parts, 1))


def read(number: int, raw: bytes) -> SentEmail:
    """One email from its bytes: its plain text and the names of what is attached, never anything active."""
    message = message_from_bytes(raw.lstrip(), policy=policy.default)
    body = message.get_body(("plain",))
    return SentEmail(
        number=number,
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")),
        sent=str(message.get("Date", "")),
        text=text_of(body) if body else "",
        attachments=tuple(part.get_filename() or "" for part in message.iter_attachments()),
    )


def text_of(part: MIMEPart) -> str:
    """The text of a part, whatever it claims to be encoded in."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def with_links(text: str, public_url: str) -> list[tuple[str, str]]:
    """The text in pieces: (words, address to follow or nothing). Links to this product work at whatever host it is seen."""
    pieces: list[tuple[str, str]] = []
    last = 0
    for match in LINK.finditer(text):
        address = match.group()
        pieces.append((text[last : match.start()], ""))
        pieces.append((address, address.removeprefix(public_url) or "/" if address.startswith(public_url) else address))
        last = match.end()
    return [*pieces, (text[last:], "")]
