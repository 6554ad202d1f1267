"""Text written in Markdown, as a page shows it. Nothing that a reader's browser would run comes through."""

import re
from collections.abc import Sequence

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from section11.lib.words import slug

CLASSES = {
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
    "table": "govuk-table",
    "thead": "govuk-table__head",
    "tbody": "govuk-table__body",
    "tr": "govuk-table__row",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
    "blockquote": "govuk-inset-text",
}
TAGS = {*CLASSES, "li", "strong", "em", "code", "br"}
ATTRIBUTES = {tag: {"class"} for tag in CLASSES} | {
    "a": {"class", "href"},
    "h2": {"class", "id"},
    "h3": {"class", "id"},
    "th": {"class", "scope"},
}
_markdown = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])


class Prose(str):
    """Cleaned markup, which templates show as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def prose(text: str) -> Prose:
    """Markdown as markup with the classes of our pages; headings carry an id made from their words."""
    tokens = _markdown.parse(text)
    _dress(tokens)
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    return Prose(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"}))


def headings(text: str) -> list[tuple[str, str]]:
    """(id, words) of each second-level heading, for a list of contents."""
    return [(slug(words), words) for words in re.findall(r"^## +(.+?) *$", text, flags=re.MULTILINE)]


def _dress(tokens: Sequence[Token]) -> None:
    """Give each element its class; a paragraph in a list item stays plain, as Markdown hides it."""
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.children:
            _dress(token.children)
        if token.nesting == 1 and token.tag in CLASSES:
            token.attrSet("class", CLASSES[token.tag])
        if token.type == "heading_open" and following is not None:
            token.attrSet("id", slug(following.content))
        if token.type == "th_open":
            token.attrSet("scope", "col")
