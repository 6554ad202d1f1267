"""What one kind of email hands over: to whom, about what, and a way to write it when it turns out to be new."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from section11.directory.queries.due_emails import Asker, Recipient
from section11.lib.viewer import Viewer
from section11.notices.vocabulary import EmailKind


@dataclass(frozen=True, slots=True)
class Text:
    """Subject and plain text of one email."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One email that is due. `about` names it for ever: with the same `about` no second one is made."""

    kind: EmailKind
    about: str
    subject_ref: str
    recipient: Recipient
    partnership_id: int | None
    from_name: str
    reply_to: str
    write: Callable[[], Text]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of email: `due` gives what asks for one since a moment, read from what is committed.

    `by_day`: the calendar asks for it, not something that happened; `due` is then given the present moment.
    """

    name: str
    due: Callable[[Viewer, datetime], list[Notice]]
    by_day: bool = False


def contact_words(asker: Asker) -> str:
    """How to reach a partnership: its address and telephone number, as far as it has told them; else its name."""
    return " or ".join(part for part in (asker.email, asker.phone) if part) or asker.name


def named_contact(asker: Asker) -> str:
    """A partnership by name, and how to reach it as far as it has told."""
    how = contact_words(asker)
    return asker.name if how == asker.name else f"{asker.name} ({how})"
