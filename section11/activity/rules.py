"""How one event is chained to the one before it, and what a hash covers."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime

FIRST = "0" * 64


def event_hash(
    *, stream: str, number: int, at: datetime, actor: str, verb: str, subject: str, details: Mapping[str, object], previous: str
) -> str:
    """SHA-256 over every field of an event and the hash of the one before it."""
    told = [stream, number, at.astimezone(UTC).isoformat(), actor, verb, subject, details, previous]
    return hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def head_mac(*, key: str, stream: str, length: int, head: str) -> str:
    """HMAC of a stream's length and last hash: kept outside the chain, so that a cut-off tail shows."""
    return hmac.new(key.encode(), f"{stream}|{length}|{head}".encode(), hashlib.sha256).hexdigest()
