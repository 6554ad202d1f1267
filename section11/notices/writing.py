"""Writes the text of an email from its template. Plain text: nothing is escaped, and what people typed is never read as a template."""

import hashlib
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from section11.lib import dates, words
from section11.notices.notice import Text

LONGEST_SUBJECT = 300
_texts = Environment(
    loader=PackageLoader("section11.notices", "texts"),
    autoescape=select_autoescape(enabled_extensions=()),  # plain text
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_texts.filters.update(day=dates.day_words, due=dates.due_words, moment=dates.moment_words, listed=words.listed)


def written(template: str, **values: Any) -> Text:
    """The text of `texts/<template>.txt`: its first line is the subject, after `Subject: `."""
    head, _, body = _texts.get_template(f"{template}.txt").render(values).partition("\n")
    return Text(one_line(head.removeprefix("Subject: ")), body.strip() + "\n")


def one_line(text: str) -> str:
    """Fit for a header: one line without control characters, not too long."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= LONGEST_SUBJECT else plain[: LONGEST_SUBJECT - 1] + "…"


def message_id(about: str) -> str:
    """The Message-ID of the email about this: always the same, so that mail programs can tell a repetition."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    return f"<{hashlib.sha256(f'{host} {about}'.encode()).hexdigest()[:40]}@{host}>"
