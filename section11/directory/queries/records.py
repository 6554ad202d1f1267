"""A partnership with its sectors and organisations, whole: for files that go in and out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from section11.directory.models import Participation, Partnership, Unit
from section11.directory.queries.manageable import acts_as_officer
from section11.lib.viewer import SystemViewer, Viewer
from section11.lib.words import same_name


@dataclass(frozen=True, slots=True)
class SectorRecord:
    """A sector of the partnership's list. `listed`: cycle files name it."""

    key: str
    label: str
    kind: str
    listed: bool
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation as known in the partnership, with its units' names by slug (the whole one is not among them)."""

    slug: str
    name: str
    units: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PartnershipRecord:
    """A partnership as files tell of it."""

    id: int
    slug: str
    name: str
    kind: str
    extra: Mapping[str, Any]
    sectors: Mapping[str, SectorRecord]
    organisations: Mapping[str, OrganisationRecord]

    @property
    def slug_by_name(self) -> dict[str, str]:
        """Which organisation has a name, without regard to case and spaces."""
        return {same_name(o.name): o.slug for o in self.organisations.values()}


def partnership_record(viewer: Viewer, slug: str) -> PartnershipRecord | None:
    """The partnership of that slug, for its officers and the product itself; None where there is none, or it is not theirs."""
    partnerships = Partnership.objects.filter(slug=slug)
    if not (isinstance(viewer, SystemViewer) and viewer.partnership_id is None):
        if viewer.partnership_id is None or not acts_as_officer(viewer):
            return None
        partnerships = partnerships.filter(pk=viewer.partnership_id)
    partnership = partnerships.first()
    if partnership is None:
        return None
    units: defaultdict[int, dict[str, str]] = defaultdict(dict)
    here = Unit.objects.filter(organisation__participations__partnership=partnership).exclude(slug="")
    for organisation_id, unit_slug, name in here.values_list("organisation_id", "slug", "name"):
        units[organisation_id][unit_slug] = name
    return PartnershipRecord(
        id=partnership.pk,
        slug=partnership.slug,
        name=partnership.name,
        kind=partnership.kind,
        extra=partnership.extra,
        sectors={s.key: SectorRecord(s.key, s.label, s.kind, s.listed, s.extra) for s in partnership.sectors.all()},
        organisations={
            slug: OrganisationRecord(slug, name, units[organisation_id])
            for slug, name, organisation_id in Participation.objects.filter(partnership=partnership).values_list(
                "slug", "name", "organisation_id"
            )
        },
    )
