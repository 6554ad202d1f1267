"""Reads delivery reports (RFC 3464): one email, or an mbox of many. What they hold comes from anywhere and is not trusted.

Only a report that says that delivery failed for good counts. Everything is bounded: how large one email may be, how deep
its parts lie, how many of them are looked at.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import BinaryIO

LARGEST = 1_000_000  # bytes of one email; what is larger is passed over
MOST_PARTS = 50
DEEPEST = 5
LONGEST_WORDS = 300
RECIPIENTS = ("Original-Recipient", "Final-Recipient")
_FROM = re.compile(rb"From \S+ .*\d")  # the line before each email of an mbox
_ID = re.compile(r"<[^<>\s]{1,200}>")
_ADDRESS = re.compile(r"[^\s<>;,]+@[^\s<>;,]+")


@dataclass(frozen=True, slots=True)
class Report:
    """A delivery that failed: the Message-IDs of the email that came back, to which addresses, and what the server said."""

    message_ids: tuple[str, ...]
    recipients: tuple[str, ...]  # lower case; empty where the report names none
    words: str


def bounce_reports(stream: BinaryIO) -> Iterator[Report]:
    """The failed deliveries that the emails of this stream report; what is no such report is passed over."""
    for raw in emails_in(stream):
        report = report_of(raw)
        if report is not None:
            yield report


def emails_in(stream: BinaryIO) -> Iterator[bytes]:
    """The emails of an mbox one by one, or the one that the stream holds; without those that are too large."""
    lines: list[bytes] = []
    size, blank = 0, True
    for line in _bounded_lines(stream):
        if blank and _FROM.match(line):
            if lines and size <= LARGEST:
                yield b"".join(lines)
            lines, size, blank = [], 0, False
            continue
        size += len(line)
        if size <= LARGEST:
            lines.append(line[1:] if line.startswith(b">From ") else line)
        else:
            lines = lines[:1]  # kept no longer: it is too large
        blank = line in (b"\n", b"\r\n")
    if lines and size <= LARGEST:
        yield b"".join(lines)


def _bounded_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, an endless one in pieces."""
    while line := stream.readline(LARGEST):
        yield line


def report_of(raw: bytes) -> Report | None:
    """What one email reports; None when it is no report of a delivery that failed for good."""
    try:
        message = BytesParser(policy=compat32).parsebytes(raw)
        parts = list(_parts(message, DEEPEST))[:MOST_PARTS]
        failed = [block for part in parts if _type(part) == "message/delivery-status" for block in _blocks(part) if _failed(block)]
        if not failed:
            return None
        ids = tuple(dict.fromkeys(one for part in parts for one in _ids_of_original(part)))
        addresses = {
            text.lower() for block in failed for name in ("Original-Recipient", "Final-Recipient") for text in _addresses(block, name)
        }
        return Report(ids, tuple(sorted(addresses)), _words(failed[0])) if ids else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # what the parser of the standard library trips over
        return None


def _parts(message: Message, deep: int) -> Iterator[Message]:
    """A message and its parts, not too deep. The parts of a message that came back are its own business, but for its head."""
    yield message
    payload = message.get_payload()
    if deep and isinstance(payload, list) and _type(message) not in ("message/rfc822", "message/delivery-status"):
        for part in payload[:MOST_PARTS]:
            if isinstance(part, Message):
                yield from _parts(part, deep - 1)


def _type(part: Message) -> str:
    return str(part.get_content_type()).lower()


def _blocks(part: Message) -> Iterable[Message]:
    payload = part.get_payload()
    return [block for block in payload[:MOST_PARTS] if isinstance(block, Message)] if isinstance(payload, list) else []


def _failed(block: Message) -> bool:
    """Whether one recipient's block says: never, not just: not yet."""
    action, status = _text(block, "Action").lower(), _text(block, "Status")
    return action == "failed" and not status.startswith(("2", "4"))


def _ids_of_original(part: Message) -> list[str]:
    kind, payload = _type(part), part.get_payload()
    if kind == "message/rfc822" and isinstance(payload, list) and payload and isinstance(payload[0], Message):
        return _ID.findall(_text(payload[0], "Message-ID"))
    if kind in ("text/rfc822-headers", "message/rfc822-headers"):
        body = part.get_payload(decode=True)
        head = BytesParser(policy=compat32).parsebytes(body if isinstance(body, bytes) else b"", headersonly=True)
        return _ID.findall(_text(head, "Message-ID"))
    return []


def _addresses(block: Message, name: str) -> list[str]:
    return _ADDRESS.findall(_text(block, name).partition(";")[2] or _text(block, name))


def _text(part: Message, name: str) -> str:
    value = part.get(name)
    return " ".join(str(value).split())[:2000] if value is not None else ""


def _words(block: Message) -> str:
    said = _text(block, "Diagnostic-Code") or _text(block, "Status")
    plain = "".join(c if c.isprintable() else " " for c in said)
    return f"It came back: {plain}"[:LONGEST_WORDS] if plain.strip() else "It came back"
