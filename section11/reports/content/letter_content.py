"""What the document of a letter says: its Markdown read into blocks of plain runs. Nothing of it is markup any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from section11.lib.dates import day_of

_markdown = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["smartquotes"])
DEEPEST_HEADING = 3


@dataclass(frozen=True, slots=True)
class LetterContent:
    """A letter."""

    partnership: str
    who: str
    cycle: str
    number: int
    submission_number: int
    body: str
    approved_at: datetime | None
    approved_by: str

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"{self.cycle}: letter to {self.who}"

    @property
    def foot(self) -> tuple[str, ...]:
        """What stands below it: which letter it is, and who approved it."""
        which = f"Letter {self.number}, about submission {self.submission_number}."
        return (
            which,
            f"Approved by {self.approved_by} for {self.partnership}, {day_of(self.approved_at)}." if self.approved_at else "Draft.",
        )


def letter_blocks(body: str) -> list[dict[str, Any]]:
    """Headings, paragraphs, lists and quotes, each with its runs of text; headings never leave out a level."""
    return _blocks(SyntaxTreeNode(_markdown.parse(body)).children, [1])


def _blocks(nodes: Sequence[SyntaxTreeNode], levels: list[int]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for node in nodes:
        if node.type == "heading":
            levels.append(max(2, min(int(node.tag[1:]), levels[-1] + 1, DEEPEST_HEADING)))
            found.append({"kind": "heading", "level": levels[-1], "runs": _runs(node.children)})
        elif node.type in ("bullet_list", "ordered_list"):
            kind = "bullets" if node.type == "bullet_list" else "numbers"
            found.append({"kind": kind, "items": [_blocks(item.children, levels) for item in node.children]})
        elif node.type == "blockquote":
            found.append({"kind": "quote", "blocks": _blocks(node.children, levels)})
        elif node.type in ("fence", "code_block"):
            found.append({"kind": "paragraph", "runs": [_run(node.content)]})
        elif node.type != "hr":
            found.append({"kind": "paragraph", "runs": _runs(node.children)})
    return [one for one in found if one.get("runs", True)]


def _runs(nodes: Sequence[SyntaxTreeNode], *, strong: bool = False, emph: bool = False, href: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for node in nodes:
        if node.type in ("softbreak", "hardbreak"):
            found.append(_run(" "))
        elif node.type == "link":
            found += _runs(node.children, strong=strong, emph=emph, href=str(node.attrs.get("href", "")))
        elif node.type in ("inline", "strong", "em", "image"):
            found += _runs(node.children, strong=strong or node.type == "strong", emph=emph or node.type == "em", href=href)
        elif node.content:
            found.append(_run(node.content, strong=strong, emph=emph, href=href))
    return found


def _run(text: str, *, strong: bool = False, emph: bool = False, href: str = "") -> dict[str, Any]:
    return {"text": text, "strong": strong, "emph": emph, "href": href if href.startswith(("https://", "http://", "mailto:")) else ""}
