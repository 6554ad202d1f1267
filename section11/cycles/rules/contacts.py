"""What a logged contact must say."""

from datetime import date

from section11.cycles.rules.cycle_dates import too_far
from section11.cycles.vocabulary import ContactKind
from section11.directory.rules import without_empty

LONGEST_NOTE = 2000
LONGEST_NAME = 200


def contact_problems(*, kind: str, spoke_to: str, note: str, on: date | None, today: date) -> dict[str, str]:
    """Everything that is wrong with a contact, by field."""
    return without_empty(
        {
            "kind": "" if kind in set(ContactKind) else "Choose a phone call, an email or a meeting",
            "spoke_to": f"Shorten this to {LONGEST_NAME} characters or fewer" if len(spoke_to) > LONGEST_NAME else "",
            "note": _note(note),
            "on": _on(on, today),
        }
    )


def _note(note: str) -> str:
    if not note.strip():
        return "Say in a few words what was agreed"
    return f"Shorten the note to {LONGEST_NOTE:,} characters or fewer" if len(note) > LONGEST_NOTE else ""


def _on(on: date | None, today: date) -> str:
    if on is None:
        return f"Enter the day, like {today.day} {today.month} {today.year}"
    if on > today:
        return "Enter today or a day before it"
    return "Check the year: that is more than 5 years ago" if too_far(on, today) else ""
