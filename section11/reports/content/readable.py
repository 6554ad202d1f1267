"""Makes what people typed fit for a document: no control characters, nothing that turns the reading direction, line by line. Pure."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def readable(text: str) -> str:
    """The text without what cannot be shown, lines ended by a line feed."""
    return _CONTROLS.sub("", _BREAKS.sub("\n", text)).replace("\t", "    ").strip()


def paragraphs(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in readable(text).split("\n") if line.strip()]


def pieces(text: str, longest: int) -> list[str]:
    """The text in pieces none of which is too long, cut at a space where there is one; at least one piece."""
    found: list[str] = []
    rest = readable(text)
    while len(rest) > longest:
        cut = rest.rfind(" ", longest // 2, longest)
        cut = longest if cut < 0 else cut + 1
        found.append(rest[:cut])
        rest = rest[cut:]
    return [*found, rest]
