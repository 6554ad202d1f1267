"""Small turns of English."""

import re
import unicodedata
from collections.abc import Iterable, Sequence


def plural(count: int, one: str, many: str = "") -> str:
    """`1 return`, `3 returns`, `0 returns`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def slug(text: str, longest: int = 60) -> str:
    """Lower-case ASCII letters, digits and single hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:longest].rstrip("-") or "x"


def free_slug(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3` … when taken."""
    held = set(taken)
    if wanted not in held:
        return wanted
    number = 2
    while f"{wanted}-{number}" in held:
        number += 1
    return f"{wanted}-{number}"


def same_name(text: str) -> str:
    """The form in which two names are the same: without regard to case and spaces only."""
    return "".join(text.split()).casefold()


def natural(ref: str) -> tuple[tuple[int, int | str], ...]:
    """Sorting key of a reference: `1.2` before `1.10`, numbers before letters."""
    parts = re.findall(r"\d+|[^\d.]+", ref)
    return tuple((0, int(p)) if p.isdigit() else (1, p) for p in parts)


def clean_text(text: str) -> str:
    """What a person typed, with line ends as one character and no null characters or outer blanks."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
