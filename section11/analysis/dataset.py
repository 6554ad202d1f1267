"""What figures are computed from: one cycle's register and its ratings, counted. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Basis(StrEnum):
    """Whose level counts: the organisation's own, or the agreed one where there is one."""

    SELF = "self"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class LevelInfo:
    """A level of the scale. `level_class` is met, partial, unmet or not_applicable."""

    key: str
    label: str
    level_class: str
    points: int | float | None
    needs_action: bool


@dataclass(frozen=True, slots=True)
class StandardInfo:
    """A standard; local statements stand under `L`."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class StatementInfo:
    """A statement and the standard it stands under."""

    ref: str
    key: str
    text: str
    standard_ref: str


@dataclass(frozen=True, slots=True)
class BandInfo:
    """A word for met shares from `at_least` (0 to 1) up to the next band."""

    key: str
    label: str
    at_least: Fraction
    follow_up: bool


@dataclass(frozen=True, slots=True)
class SectorInfo:
    """One of the partnership's sectors."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Approached:
    """A unit that was invited, neither withdrawn nor exempt. `reference` of its latest submission; empty = not answered."""

    invitation_id: int
    organisation: str  # slug in the partnership
    organisation_name: str
    unit: str  # slug; empty = the whole organisation
    unit_name: str
    sector: str
    form: str
    reference: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """An answer that wants looking at: a must-meet statement not met, or a level that asks for an action without one."""

    invitation_id: int
    statement_ref: str
    must_meet_missed: bool
    without_action: bool


@dataclass(frozen=True, slots=True)
class Dataset:
    """One cycle on one basis. Counts are of statements of latest submissions; level key empty = unanswered."""

    partnership: str
    partnership_name: str
    cycle: str
    cycle_title: str
    edition: str
    basis: Basis
    rolling: bool
    levels: Sequence[LevelInfo]
    standards: Sequence[StandardInfo]
    statements: Sequence[StatementInfo]
    bands: Sequence[BandInfo]
    sectors: Sequence[SectorInfo]
    approached: Sequence[Approached]
    by_statement: Mapping[tuple[str, str, str], int]  # (statement ref, sector, level key)
    by_return: Mapping[tuple[int, str], int]  # (invitation, level key)
    flagged: Sequence[Flagged]
    audience: str = ""  # children or adults, where only the statements for them count; empty: all
    audiences: Sequence[str] = ()  # those whose figures differ; empty where the edition is for one
