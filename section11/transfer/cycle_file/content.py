"""A cycle file as frozen objects: what a sound one says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from section11.returns.operations.import_submissions import BroughtSubmission
from section11.standards.rules.content import EditionContent

CYCLE_FORMAT = "section11/cycle/1"


@dataclass(frozen=True, slots=True)
class SectorPart:
    """An entry of `partnership.sectors`."""

    key: str
    label: str
    kind: str
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PartnershipPart:
    """The partnership whose audit it was."""

    slug: str
    name: str
    kind: str
    sectors: tuple[SectorPart, ...]
    extra: Mapping[str, Any]

    @property
    def kind_of_sector(self) -> dict[str, str]:
        """The kinds of the sectors that have an entry."""
        return {sector.key: sector.kind for sector in self.sectors}


@dataclass(frozen=True, slots=True)
class EditionPart:
    """The edition: its document, or the name of one that is here already. `content` is None when neither can be used."""

    document: Mapping[str, Any] | None
    reference: str
    content: EditionContent | None
    extra: Mapping[str, Any] = field(default_factory=dict)  # beside a name


@dataclass(frozen=True, slots=True)
class BandPart:
    """A band; `at_least` is a percentage."""

    key: str
    label: str
    at_least: Decimal
    follow_up: bool
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CyclePart:
    """The cycle itself. `local_statements` are parts of an edition's document."""

    slug: str
    title: str
    opens: date | None
    due: date | None
    rolling: bool
    bands: tuple[BandPart, ...]
    local_statements: tuple[Mapping[str, Any], ...]
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OrganisationPart:
    """Who was asked, as known in the partnership."""

    slug: str
    name: str
    sector_key: str
    duty_bases: tuple[str, ...]
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class UnitPart:
    """The unit that answers for itself."""

    slug: str
    name: str
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SubmissionPart:
    """A submission, and the agreed levels that stood beside its ratings, by statement ref."""

    brought: BroughtSubmission
    agreed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class InvitationPart:
    """A unit that was asked and what it sent, the latest last. `asked` counts the statements asked of it."""

    place: str
    organisation: OrganisationPart
    unit: UnitPart | None
    form: str
    state: str
    due: date | None
    sector_kind: str
    asked: int
    submissions: tuple[SubmissionPart, ...]
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CycleFile:
    """The whole file."""

    partnership: PartnershipPart
    edition: EditionPart
    cycle: CyclePart
    invitations: tuple[InvitationPart, ...]
    extra: Mapping[str, Any]
