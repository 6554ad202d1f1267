"""The organisations that take part in a partnership."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from section11.directory.models import Participation
from section11.directory.vocabulary import DUTY_BASIS_WORDS, PARTNERSHIP_ROLES, DutyBasis, Role, SectorKind
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.lib.words import same_name


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """One organisation in the list."""

    slug: str
    name: str
    sector: str
    units: int
    leads: int


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of an organisation; the whole one has no slug."""

    unit_id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class ParticipationView:
    """One organisation as known in the partnership."""

    participation_id: int
    organisation_id: int
    slug: str
    name: str
    sector_key: str
    sector: str
    sector_kind: SectorKind
    duties: tuple[DutyBasis, ...]
    contract: str
    joined_at: datetime
    units: tuple[UnitRow, ...]
    version: int

    @property
    def duty_words(self) -> tuple[str, ...]:
        """Why it takes part, in words."""
        return tuple(DUTY_BASIS_WORDS[duty] for duty in self.duties)


def participations(viewer: Viewer, *, search: str = "", sector: str = "", page: str | int = 1) -> Page[ParticipationRow]:
    """A page of the organisations in the viewer's partnership, by name; those whose name holds `search`, of one sector."""
    found = _mine(viewer)
    if search.strip():
        found = found.filter(same_name__contains=same_name(search.replace("\x00", "")))
    if sector:
        found = found.filter(sector__key=sector)
    total = found.count()
    number = page_number(page, total)
    leading = Q(
        organisation__units__memberships__role=Role.RETURN_LEAD,
        organisation__units__memberships__ended_at__isnull=True,
    )
    counted = found.select_related("sector").annotate(
        units=Count("organisation__units", distinct=True),
        leads=Count("organisation__units__memberships", filter=leading, distinct=True),
    )
    rows = [
        ParticipationRow(slug=one.slug, name=one.name, sector=one.sector.label, units=one.units, leads=one.leads)
        for one in counted.order_by("same_name", "pk")[window(number)]
    ]
    return Page(rows=rows, number=number, total=total)


def participation(viewer: Viewer, slug: str) -> ParticipationView:
    """One organisation in the viewer's partnership, with its units and why it takes part."""
    found = _mine(viewer).filter(slug=slug).select_related("sector").prefetch_related("duties", "organisation__units")
    one = found.first()
    if one is None:
        raise Absent
    return ParticipationView(
        participation_id=one.pk,
        organisation_id=one.organisation_id,
        slug=one.slug,
        name=one.name,
        sector_key=one.sector.key,
        sector=one.sector.label,
        sector_kind=one.sector.sector_kind,
        duties=tuple(DutyBasis(duty.basis) for duty in one.duties.all()),
        contract=one.contract,
        joined_at=one.joined_at,
        units=tuple(UnitRow(unit_id=unit.pk, slug=unit.slug, name=str(unit)) for unit in one.organisation.units.all()),
        version=one.version,
    )


def participation_choices(viewer: Viewer) -> list[tuple[str, str, int]]:
    """Slug, name and organisation of every one in the viewer's partnership, by name: for a list to choose from."""
    return list(_mine(viewer).order_by("same_name", "pk").values_list("slug", "name", "organisation_id"))


def _mine(viewer: Viewer) -> QuerySet[Participation]:
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    return Participation.objects.filter(partnership=viewer.partnership_id)
