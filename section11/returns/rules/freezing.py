"""What a submission holds, and the hash over it. Pure."""

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, replace
from datetime import date

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is easily misread


@dataclass(frozen=True, slots=True)
class FrozenEvidence:
    """A piece of evidence as cited."""

    title: str
    kind: str
    where: str
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class FrozenAnswer:
    """One asked statement; `level` empty = unanswered."""

    standard_ref: str
    statement_ref: str
    level: str
    comment: str
    reason: str
    no_action_reason: str
    see: str
    has_action: bool
    evidence: tuple[FrozenEvidence, ...]


@dataclass(frozen=True, slots=True)
class FrozenNarrative:
    """The text of one prompt."""

    standard_ref: str
    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class FrozenAction:
    """An action of the plan; `statement_ref` empty = of the whole return, `action_id` = the one that lives on."""

    statement_ref: str
    what: str
    how: str
    who: str
    due: date | None
    rag: str
    progress: str
    wants_help: bool
    action_id: int | None = None


@dataclass(frozen=True, slots=True)
class FrozenReturn:
    """Everything of a return that its submission keeps."""

    answers: tuple[FrozenAnswer, ...]
    narratives: tuple[FrozenNarrative, ...]
    actions: tuple[FrozenAction, ...]

    @property
    def content_hash(self) -> str:
        """SHA-256 over all of it: two equal returns have the same one."""
        return _hash(self)

    @property
    def signed_hash(self) -> str:
        """SHA-256 over what a signatory approves: all but how its actions are going, which may be told at any time."""
        return _hash(replace(self, actions=tuple(replace(a, progress="", rag="") for a in self.actions)))

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """How many statements of each standard (ref) have each level (key, empty = unanswered)."""
        return dict(Counter((a.standard_ref, a.level) for a in self.answers))


def _hash(content: FrozenReturn) -> str:
    plain = asdict(content)
    for action in plain["actions"]:
        if action["action_id"] is None:  # as it was before actions lived on
            del action["action_id"]
    told = json.dumps(plain, sort_keys=True, default=str, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def reference(noise: bytes) -> str:
    """The reference on a receipt, from at least 8 random bytes: `7K3F-92QD`."""
    letters = "".join(ALPHABET[b % len(ALPHABET)] for b in noise[:8])
    return f"{letters[:4]}-{letters[4:]}"
