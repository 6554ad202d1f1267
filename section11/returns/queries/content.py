"""What a return asks: its edition's standards and the partnership's local statements, for its form and sector kind."""

from dataclasses import dataclass

from section11.returns.queries.head import ReturnHead
from section11.standards.queries.edition_content import edition_contents
from section11.standards.rules.content import (
    REVIEW_PROMPTS,
    EditionContent,
    LevelContent,
    PromptContent,
    StandardContent,
    StatementContent,
)
from section11.standards.vocabulary import REVIEW_SECTION, Form


@dataclass(frozen=True, slots=True)
class AskedStandard:
    """A standard with only the statements that this return is asked."""

    ref: str
    title: str
    question: str
    statements: tuple[StatementContent, ...]
    is_local: bool = False

    @property
    def is_review(self) -> bool:
        """Whether it is the review form's own two narratives, which have no statements."""
        return self.ref == REVIEW_SECTION


REVIEW = AskedStandard(REVIEW_SECTION, "What has changed, and what you will improve", "", ())


@dataclass(frozen=True, slots=True)
class AskedContent:
    """Everything a return is asked, in order, with the scale it is rated on."""

    levels: tuple[LevelContent, ...]
    prompts: tuple[PromptContent, ...]
    standards: tuple[AskedStandard, ...]
    review: AskedStandard | None = None  # of a review: its own two narratives

    @property
    def pages(self) -> tuple[AskedStandard, ...]:
        """Everything that has a page of its own, in order: the standards, then the review's narratives."""
        return (*self.standards, self.review) if self.review else self.standards

    def prompts_of(self, standard: AskedStandard) -> tuple[PromptContent, ...]:
        """The narratives asked there."""
        return REVIEW_PROMPTS if standard.is_review else self.prompts

    def level(self, key: str) -> LevelContent | None:
        """The level of that key."""
        return next((level for level in self.levels if level.key == key), None)

    def standard(self, ref: str) -> AskedStandard | None:
        """The asked standard of that ref; the review's narratives by theirs."""
        return next((s for s in self.pages if s.ref == ref), None)

    def statement(self, ref: str) -> StatementContent | None:
        """The asked statement of that ref."""
        return next((s for standard in self.standards for s in standard.statements if s.ref == ref), None)

    @property
    def not_applicable(self) -> LevelContent | None:
        """The level for a statement that does not apply."""
        return next((level for level in self.levels if level.level_class == "not_applicable"), None)


def asked_content(head: ReturnHead) -> AskedContent:
    """What the return of this head is asked. Read from memory once an edition has been seen."""
    wanted = [(head.edition_id, head.edition_hash)]
    if head.local_edition_id and head.local_edition_hash:
        wanted.append((head.local_edition_id, head.local_edition_hash))
    main, *local = edition_contents(*wanted)
    standards = _asked(main, head, is_local=False)
    for content in local:
        standards += _asked(content, head, is_local=True)
    review = REVIEW if head.form == Form.REVIEW else None
    return AskedContent(levels=main.levels, prompts=main.prompts_of(head.form), standards=standards, review=review)


def _asked(content: EditionContent, head: ReturnHead, *, is_local: bool) -> tuple[AskedStandard, ...]:
    parts = ((standard, _statements(standard, head)) for standard in content.standards)
    return tuple(AskedStandard(s.ref, s.title, s.question, statements, is_local) for s, statements in parts if statements)


def _statements(standard: StandardContent, head: ReturnHead) -> tuple[StatementContent, ...]:
    return standard.asked(head.form, head.sector_kind)
