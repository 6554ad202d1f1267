"""The help pages: Markdown files in web/help, in the order in which they are listed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from section11.web.components.prose import Prose, headings, prose

FOLDER = Path(__file__).resolve().parent.parent / "help"
CONTENTS = (
    ("For everybody", ("what-is-section-11", "sign-in", "glossary")),
    ("If you answer", ("answer-well", "check-and-submit", "what-happens-after")),
    ("If you run an audit", ("run-a-cycle",)),
)
SLUGS = tuple(slug for _, slugs in CONTENTS for slug in slugs)


@dataclass(frozen=True, slots=True)
class HelpText:
    """One page: its first line is the title, its next paragraph the summary."""

    slug: str
    title: str
    summary: str
    contents: list[tuple[str, str]]
    body: Prose


@cache
def help_text(slug: str) -> HelpText:
    """The page of that name, which is one of SLUGS."""
    title, summary, body = (FOLDER / f"{slug}.md").read_text(encoding="utf-8").split("\n\n", 2)
    return HelpText(slug, title.removeprefix("# "), summary, headings(body), prose(body))


def help_groups() -> list[tuple[str, list[HelpText]]]:
    """All pages under the headings of the index."""
    return [(group, [help_text(slug) for slug in slugs]) for group, slugs in CONTENTS]
