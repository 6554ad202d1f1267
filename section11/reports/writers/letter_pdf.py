"""Writes a letter as a PDF."""

from typing import Any

from section11.reports.content.letter_content import LetterContent, letter_blocks
from section11.reports.content.readable import readable
from section11.reports.writers.typesetting import as_line, breakable, typeset


def pdf_of_letter(content: LetterContent) -> bytes:
    """The PDF of a letter."""
    data = {
        "title": as_line(content.title),
        "author": as_line(content.partnership),
        "description": as_line(f"Letter {content.number} from {content.partnership}."),
        "footer": as_line(content.title),
        "head": [as_line(content.partnership)],
        "blocks": [_shown(block) for block in letter_blocks(content.body)],
        "foot": [as_line(line) for line in content.foot],
    }
    return typeset("letter", data)


def _shown(value: Any) -> Any:
    """The blocks with every text fit for a document; blanks between runs stay."""
    if isinstance(value, list):
        return [_shown(one) for one in value]
    if isinstance(value, dict):
        return {key: _text(one) if key == "text" else one if key in ("kind", "href") else _shown(one) for key, one in value.items()}
    return value


def _text(text: str) -> str:
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    words = breakable(" ".join(readable(text).split()))
    return f"{before}{words}{after}" if words else " "
