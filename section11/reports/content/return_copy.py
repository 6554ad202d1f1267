"""What a copy of a return says, whether a draft or a submission, however it is then written. Pure."""

from dataclasses import dataclass
from datetime import date

from section11.standards.vocabulary import LevelClass

UNANSWERED = "Not answered"


@dataclass(frozen=True, slots=True)
class CopyEvidence:
    """A piece of evidence behind an answer."""

    title: str
    kind: str  # in words: File, Link, Reference
    where: str = ""


@dataclass(frozen=True, slots=True)
class CopyAction:
    """An action of the improvement plan. `statement_ref` is empty for one of the whole return."""

    statement_ref: str
    what: str
    how: str = ""
    who: str = ""
    due: date | None = None
    rag: str = ""  # in words
    progress: str = ""
    wants_help: bool = False


@dataclass(frozen=True, slots=True)
class CopyStatement:
    """A statement and what was answered. `level` is the self-rating, `agreed` the level after challenge; both labels."""

    ref: str
    text: str
    level: str = UNANSWERED
    level_class: LevelClass | None = None
    agreed: str = ""
    agreed_class: LevelClass | None = None
    last: str = ""  # the level given last time
    since: str = ""  # in words: what became of it since, where there is something to say
    must_meet: bool = False
    comment: str = ""
    reason: str = ""
    no_action_reason: str = ""
    see: str = ""
    evidence: tuple[CopyEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyNarrative:
    """What was written to a prompt."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class CopyStandard:
    """A standard. With `not_applicable_reason` the whole of it does not apply, and why."""

    ref: str
    title: str
    statements: tuple[CopyStatement, ...]
    question: str = ""
    narratives: tuple[CopyNarrative, ...] = ()
    not_applicable_reason: str = ""

    def count(self, level: str) -> int:
        """How many of its statements have this level as their self-rating."""
        return sum(statement.level == level for statement in self.statements)


@dataclass(frozen=True, slots=True)
class ReturnCopy:
    """A whole return as one reads, prints and keeps it."""

    organisation: str
    unit: str  # empty: the whole organisation
    partnership: str
    cycle: str
    form: str  # in words
    sector: str
    state: str  # in words: Draft, or Submission 2 of 5 October 2026
    levels: tuple[str, ...]  # the scale's labels, in its order
    standards: tuple[CopyStandard, ...]
    made: str  # in words: when this copy was made
    is_draft: bool = False
    reference: str = ""
    due: str = ""
    submitted_by: str = ""
    signed_by: str = ""
    amendment_reason: str = ""
    narratives: tuple[CopyNarrative, ...] = ()  # of the whole return
    actions: tuple[CopyAction, ...] = ()

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return f"{self.organisation}: {self.unit}" if self.unit else self.organisation

    @property
    def title(self) -> str:
        """What a document about it is called."""
        return f"{self.cycle}: {self.who}"

    @property
    def has_agreed_levels(self) -> bool:
        """Whether any statement has a level after challenge."""
        return any(statement.agreed for standard in self.standards for statement in standard.statements)

    @property
    def knows_last(self) -> bool:
        """Whether there is anything to say of last time."""
        return any(statement.last or statement.since for standard in self.standards for statement in standard.statements)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What one wants to know first, by name."""
        told = (
            ("Organisation", self.organisation),
            ("Unit", self.unit),
            ("Partnership", self.partnership),
            ("Audit", self.cycle),
            ("Form", self.form),
            ("Sector", self.sector),
            ("State", self.state),
            ("Reference", self.reference),
            ("Due", self.due),
            ("Submitted by", self.submitted_by),
            ("Approved by", self.signed_by),
            ("Reason for the amendment", self.amendment_reason),
            ("This copy was made", self.made),
        )
        return tuple((name, value) for name, value in told if value)

    @property
    def columns(self) -> tuple[str, ...]:
        """The levels to count, with the unanswered ones last where there are any."""
        unanswered = any(standard.count(UNANSWERED) for standard in self.standards)
        return (*self.levels, UNANSWERED) if unanswered else self.levels
