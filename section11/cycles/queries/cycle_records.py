"""A cycle with its bands and invitations, whole: what figures start from and files tell."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.models import ParticipationDuty
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer

CYCLE_FIELDS = (
    "pk",
    "slug",
    "title",
    "state",
    "opens",
    "due",
    "rolling",
    "extra",
    "file_extra",
    "partnership__slug",
    "partnership__name",
    "edition_id",
    "edition__tool",
    "edition__edition",
    "edition__content_hash",
    "local_edition_id",
    "local_edition__content_hash",
)
BAND_FIELDS = ("bands__key", "bands__label", "bands__at_least", "bands__follow_up", "bands__extra")


@dataclass(frozen=True, slots=True)
class BandRecord:
    """A band, frozen with its cycle. `at_least` is a percentage."""

    key: str
    label: str
    at_least: Decimal
    follow_up: bool
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CycleRecord:
    """A cycle that has its edition."""

    id: int
    slug: str
    title: str
    state: CycleState
    opens: date | None
    due: date | None
    rolling: bool
    extra: Mapping[str, Any]
    file_extra: Mapping[str, Any]
    partnership_slug: str
    partnership_name: str
    edition_id: int
    edition_reference: str
    edition_hash: str
    local_edition_id: int | None
    local_edition_hash: str
    bands: tuple[BandRecord, ...]


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """A unit that was asked, by the names it has in the partnership. `unit_slug` empty: the whole organisation."""

    id: int
    organisation_slug: str
    organisation_name: str
    participation_id: int
    unit_slug: str
    unit_name: str
    sector_key: str
    sector_label: str
    sector_kind: str
    sector_order: int
    form: str
    state: str
    due: date | None
    submissions: int
    extra: Mapping[str, Any]
    organisation_extra: Mapping[str, Any]


INVITATION_FIELDS = {
    "organisation_slug": F("participation__slug"),
    "organisation_name": F("participation__name"),
    "unit_slug": F("unit__slug"),
    "unit_name": F("unit__name"),
    "sector_key": F("sector__key"),
    "sector_label": F("sector__label"),
    "sector_kind": F("sector__kind"),
    "sector_order": F("sector__order"),
}
OWN_FIELDS = ("id", "participation_id", "form", "state", "due", "submissions", "extra", "organisation_extra")


def cycle_record(viewer: Viewer, cycle_slug: str) -> CycleRecord:
    """The cycle of that slug in the viewer's partnership; `Absent` for who has no role there, and for a draft."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    cycles = Cycle.objects.filter(partnership=viewer.partnership, slug=cycle_slug, edition__isnull=False).exclude(state=CycleState.DRAFT)
    rows = list(cycles.order_by("bands__order").values(*CYCLE_FIELDS, *BAND_FIELDS))
    if not rows:
        raise Absent
    one = rows[0]
    return CycleRecord(
        id=one["pk"],
        slug=one["slug"],
        title=one["title"],
        state=CycleState(one["state"]),
        opens=one["opens"],
        due=one["due"],
        rolling=one["rolling"],
        extra=one["extra"],
        file_extra=one["file_extra"],
        partnership_slug=one["partnership__slug"],
        partnership_name=one["partnership__name"],
        edition_id=one["edition_id"],
        edition_reference=f"{one['edition__tool']}/{one['edition__edition']}",
        edition_hash=one["edition__content_hash"],
        local_edition_id=one["local_edition_id"],
        local_edition_hash=one["local_edition__content_hash"] or "",
        bands=tuple(BandRecord(*(row[name] for name in BAND_FIELDS)) for row in rows if row["bands__key"]),
    )


def invitation_records(viewer: Viewer, cycle_id: int) -> list[InvitationRecord]:
    """Every invitation of a cycle of the viewer's partnership, in order."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    rows = Invitation.objects.filter(cycle=cycle_id, cycle__partnership=viewer.partnership).order_by("order", "pk")
    return [InvitationRecord(**row) for row in rows.values(*OWN_FIELDS, **INVITATION_FIELDS)]


def duty_bases(viewer: Viewer) -> dict[int, list[str]]:
    """Why each organisation takes part in the viewer's partnership, by participation, for its officers."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    bases: defaultdict[int, list[str]] = defaultdict(list)
    for participation_id, basis in ParticipationDuty.objects.filter(participation__partnership=viewer.partnership).values_list(
        "participation_id", "basis"
    ):
        bases[participation_id].append(basis)
    return dict(bases)
