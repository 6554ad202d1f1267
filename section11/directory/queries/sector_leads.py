"""The strategic lead of each sector: whom follow-ups are brought to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from section11.directory.models import Membership, Sector, SectorLead
from section11.directory.rules import MAY_LEAD_SECTORS
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class StrategicLead:
    """Who leads a sector."""

    sector_id: int
    person_id: int
    person_ref: str
    name: str
    email: str
    since: datetime


@dataclass(frozen=True, slots=True)
class SectorLeadRow:
    """A sector and its strategic lead, if it has one."""

    sector_id: int
    key: str
    label: str
    lead: StrategicLead | None


@dataclass(frozen=True, slots=True)
class MayLead:
    """A colleague who can be named."""

    person_id: int
    name: str
    email: str


def sector_leads(viewer: Viewer) -> list[SectorLeadRow]:
    """Every sector of the viewer's partnership with its strategic lead; for everybody with a role there."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    rows = list(Sector.objects.filter(partnership=viewer.partnership_id).order_by("order", "key").values_list("pk", "key", "label"))
    leads = leads_of_sectors([pk for pk, _, _ in rows])
    return [SectorLeadRow(pk, key, label, leads.get(pk)) for pk, key, label in rows]


def may_lead(viewer: Viewer) -> list[MayLead]:
    """The colleagues who can be named as strategic lead of a sector; for the partnership's officers."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    running = Membership.objects.filter(
        partnership=viewer.partnership_id, role__in=MAY_LEAD_SECTORS, ended_at__isnull=True, person__is_active=True
    )
    rows = {pk: MayLead(pk, name, email) for pk, name, email in running.values_list("person_id", "person__name", "person__email")}
    return sorted(rows.values(), key=lambda one: (one.name.casefold(), one.email))


def leads_of_sectors(sector_ids: Collection[int]) -> dict[int, StrategicLead]:
    """The strategic leads of these sectors, by sector. Who has no role in the partnership any more leads none."""
    found = still_leading(SectorLead.objects.filter(sector__in=sector_ids)).values_list(
        "sector_id", "person_id", "person__public_id", "person__name", "person__email", "since"
    )
    return {
        sector_id: StrategicLead(sector_id, person_id, ref("person", public_id), name, email, since)
        for sector_id, person_id, public_id, name, email, since in found
    }


def still_leading(leads: QuerySet[SectorLead]) -> QuerySet[SectorLead]:
    """Those of them who have a role in the sector's partnership still."""
    role = Membership.objects.filter(
        person=OuterRef("person"), partnership=OuterRef("sector__partnership"), role__in=MAY_LEAD_SECTORS, ended_at__isnull=True
    )
    return leads.filter(Exists(role), person__is_active=True)
