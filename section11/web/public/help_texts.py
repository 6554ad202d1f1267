"""The help pages: Markdown files in web/help, in the order in which they are listed, and which of them belong together."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from section11.web.components.prose import Prose, headings, prose

FOLDER = Path(__file__).resolve().parent.parent / "help"
CONTENTS = (
    ("For everybody", ("what-is-section-11", "sign-in", "challenge", "glossary")),
    ("If you answer", ("your-form", "answer-well", "show-impact", "check-and-submit", "improvement-plan", "what-happens-after")),
    (
        "If you run an audit",
        ("run-a-cycle", "cycle-calendar", "choose-edition-and-forms", "sample-emails", "panel-day", "report-findings"),
    ),
)
SLUGS = tuple(slug for _, slugs in CONTENTS for slug in slugs)
RELATED: dict[str, tuple[str, ...]] = {
    "what-is-section-11": ("your-form", "answer-well", "what-happens-after", "glossary"),
    "sign-in": ("your-form", "answer-well", "check-and-submit"),
    "challenge": ("show-impact", "what-happens-after", "panel-day", "glossary"),
    "glossary": ("what-is-section-11", "answer-well", "run-a-cycle"),
    "your-form": ("answer-well", "improvement-plan", "check-and-submit", "choose-edition-and-forms"),
    "answer-well": ("show-impact", "your-form", "check-and-submit", "improvement-plan"),
    "show-impact": ("answer-well", "improvement-plan", "challenge"),
    "check-and-submit": ("answer-well", "what-happens-after", "challenge"),
    "improvement-plan": ("show-impact", "your-form", "what-happens-after", "challenge"),
    "what-happens-after": ("challenge", "panel-day", "improvement-plan"),
    "run-a-cycle": ("cycle-calendar", "choose-edition-and-forms", "sample-emails", "challenge", "panel-day", "report-findings"),
    "cycle-calendar": ("run-a-cycle", "choose-edition-and-forms", "sample-emails", "panel-day", "report-findings"),
    "choose-edition-and-forms": ("your-form", "run-a-cycle", "cycle-calendar"),
    "sample-emails": ("cycle-calendar", "run-a-cycle"),
    "panel-day": ("challenge", "cycle-calendar", "report-findings"),
    "report-findings": ("run-a-cycle", "challenge", "cycle-calendar"),
}


@dataclass(frozen=True, slots=True)
class HelpText:
    """One page: its first line is the title, its next paragraph the summary."""

    slug: str
    title: str
    summary: str
    contents: list[tuple[str, str]]
    body: Prose

    @property
    def is_alphabet(self) -> bool:
        """Whether its headings are single letters, which stand in one row."""
        return all(len(words) == 1 for _, words in self.contents)


@cache
def help_text(slug: str) -> HelpText:
    """The page of that name, which is one of SLUGS."""
    title, summary, body = (FOLDER / f"{slug}.md").read_text(encoding="utf-8").split("\n\n", 2)
    return HelpText(slug, title.removeprefix("# "), summary, headings(body), prose(body))


def help_groups() -> list[tuple[str, list[HelpText]]]:
    """All pages under the headings of the index."""
    return [(group, [help_text(slug) for slug in slugs]) for group, slugs in CONTENTS]


def related_texts(slug: str) -> list[HelpText]:
    """The pages to read next."""
    return [help_text(other) for other in RELATED[slug]]
