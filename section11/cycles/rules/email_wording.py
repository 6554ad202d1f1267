"""The emails of a cycle: which placeholders their wording may hold, and how they are filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from section11.lib.dates import due_words

PLACEHOLDERS: dict[str, str] = {
    "name": "the name of the person who gets the email",
    "organisation": "the organisation, with its unit if it has more than one",
    "cycle": "the title of this audit",
    "due": "the organisation's own due date",
    "link": "the address of their return",
    "partnership": "your partnership's name",
    "contact": "how to reach you",
}
LONGEST_SUBJECT = 200
LONGEST_BODY = 5000
NO_DUE_DATE = "when it suits you: there is no fixed date"
_BRACED = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class EmailWording:
    """Subject and plain text of one email, placeholders not yet filled."""

    subject: str
    body: str


def wording_problems(wording: EmailWording, *, prefix: str) -> dict[str, str]:
    """Everything that is wrong with one email's wording, by field (`invitation_subject`, `reminder_body` …)."""
    problems: dict[str, str] = {}
    for part, text, longest in (("subject", wording.subject, LONGEST_SUBJECT), ("body", wording.body, LONGEST_BODY)):
        unknown = sorted(set(_BRACED.findall(text)) - PLACEHOLDERS.keys())
        what = "subject" if part == "subject" else "text"
        if not text.strip():
            problems[f"{prefix}_{part}"] = f"Enter the {what} of the email"
        elif len(text) > longest:
            problems[f"{prefix}_{part}"] = f"Keep the {what} to {longest:,} characters or fewer"
        elif part == "subject" and len(text.splitlines()) > 1:
            problems[f"{prefix}_{part}"] = "Keep the subject to one line"
        elif unknown:
            known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            problems[f"{prefix}_{part}"] = f"Take out or mend {', '.join(f'{{{u}}}' for u in unknown)}. You can use: {known}"
        elif re.search(r"[{}]", _BRACED.sub("", text)):
            problems[f"{prefix}_{part}"] = "Close each curly bracket you open, or take it out: {name} is right, {name is not"
        elif part == "body" and "{link}" not in text:
            problems[f"{prefix}_{part}"] = "Put {link} where the address of the return should stand"
    return problems


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with each placeholder replaced by its value, once: what a value itself holds is never read as a placeholder."""
    return _BRACED.sub(lambda found: values.get(found[1], found[0]), text)


def due_for_email(due: date | None) -> str:
    """How `{due}` reads."""
    return due_words(due) if due else NO_DUE_DATE
