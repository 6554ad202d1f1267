"""Bring in a whole audit from a cycle file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from section11.challenge.operations.import_agreed_levels import import_agreed_levels
from section11.cycles.operations.import_closed_cycle import BroughtBand, BroughtCycle, BroughtInvitation, import_closed_cycle
from section11.cycles.queries.cycle_list import cycles_of_partnership
from section11.directory.operations.import_participations import BroughtOrganisation, UnitPlace, import_participations
from section11.directory.operations.import_partnership import BroughtSector, import_partnership
from section11.directory.queries.records import PartnershipRecord, partnership_record
from section11.directory.vocabulary import SECTOR_KIND_WORDS, Role, SectorKind
from section11.lib.errors import Refused
from section11.lib.reading import Problems
from section11.lib.viewer import SystemViewer, Viewer, system_viewer
from section11.returns.operations.import_submissions import BroughtReturn, import_submissions
from section11.standards.operations.publish_edition import publish_edition
from section11.standards.queries.editions import find_edition
from section11.standards.rules.supplement import supplement_document
from section11.transfer.cycle_file.check_against import check_against
from section11.transfer.cycle_file.content import CycleFile, InvitationPart, OrganisationPart
from section11.transfer.cycle_file.read_file import read_cycle_file, read_document


@dataclass(frozen=True, slots=True)
class ImportedCycle:
    """What came in."""

    partnership: str
    cycle: str
    invitations: int
    submissions: int


def import_cycle(viewer: Viewer, data: bytes, *, at: datetime) -> ImportedCycle:
    """Bring in a whole audit with its returns, closed; officers into their own partnership, the product itself into any.

    The file is checked whole before anything is written: all that is wrong is told at once, and nothing of it is kept.
    """
    document = read_document(data)
    here = partnership_record(viewer, _slug_in(document))
    within = _within(viewer, here)
    problems = Problems()
    file = read_cycle_file(document, lambda reference: found.content if (found := find_edition(within, reference)) else None, problems)
    if here is None and not _is_free(viewer):
        problems.add("partnership.slug", "is not the partnership that you are an officer of")
    cycles = {cycle.slug for cycle in cycles_of_partnership(within)} if here else set()
    check_against(file, here, cycles, find_edition(within, file.edition.reference), problems)
    if problems.found:
        raise Refused(problems.found)
    with transaction.atomic():
        return _write(within, file, at)


def _slug_in(document: Any) -> str:
    """The partnership's slug, if the file says one."""
    partnership = document.get("partnership") if isinstance(document, dict) else None
    slug = partnership.get("slug") if isinstance(partnership, dict) else None
    return slug if isinstance(slug, str) and slug.isascii() and slug.isprintable() else ""


def _is_free(viewer: Viewer) -> bool:
    return isinstance(viewer, SystemViewer) and viewer.partnership_id is None


def _within(viewer: Viewer, here: PartnershipRecord | None) -> Viewer:
    """The viewer in the file's partnership, where there is one."""
    if _is_free(viewer) and here is not None:
        return system_viewer(viewer.name, partnership_id=here.id, roles=frozenset({Role.OFFICER}))
    return viewer


def _write(viewer: Viewer, file: CycleFile, at: datetime) -> ImportedCycle:
    partnership_id = _write_partnership(viewer, file, at)
    if viewer.partnership_id is None:
        viewer = system_viewer(viewer.name, partnership_id=partnership_id, roles=frozenset({Role.OFFICER}))
    places = import_participations(viewer, _organisations(file), at=at)
    edition_id, local_edition_id = _write_editions(viewer, file, at)
    cycle_id, invitation_ids = import_closed_cycle(viewer, _cycle(file, places, edition_id, local_edition_id), at=at)
    pairs = list(zip(invitation_ids, file.invitations, strict=True))
    submissions = import_submissions(viewer, cycle_id, [_return(i, part, places) for i, part in pairs if part.submissions], at=at)
    agreed = {(i, ref): level for i, part in pairs if part.submissions for ref, level in part.submissions[-1].agreed.items()}
    import_agreed_levels(viewer, cycle_id, agreed, at=at)
    return ImportedCycle(file.partnership.slug, file.cycle.slug, len(pairs), submissions)


def _write_partnership(viewer: Viewer, file: CycleFile, at: datetime) -> int:
    """The partnership with the sectors the file lists, and those of its invitations that are kinds."""
    part = file.partnership
    kinds = dict.fromkeys(i.organisation.sector_key for i in file.invitations if i.organisation.sector_key not in part.kind_of_sector)
    listed = [BroughtSector(s.key, s.label, s.kind, True, s.extra) for s in part.sectors]
    unlisted = [BroughtSector(kind, SECTOR_KIND_WORDS[SectorKind(kind)], kind, False) for kind in kinds]
    return import_partnership(viewer, slug=part.slug, name=part.name, kind=part.kind, sectors=[*listed, *unlisted], extra=part.extra, at=at)


def _organisations(file: CycleFile) -> list[BroughtOrganisation]:
    units: dict[str, dict[str, str]] = {}
    parts: dict[str, OrganisationPart] = {}
    for invitation in file.invitations:
        parts.setdefault(invitation.organisation.slug, invitation.organisation)
        if invitation.unit:
            units.setdefault(invitation.organisation.slug, {})[invitation.unit.slug] = invitation.unit.name
    return [
        BroughtOrganisation(slug, part.name, part.sector_key, part.duty_bases, tuple(units.get(slug, {}).items()))
        for slug, part in parts.items()
    ]


def _write_editions(viewer: Viewer, file: CycleFile, at: datetime) -> tuple[int, int | None]:
    """The ids of the edition and of the local statements' supplement."""
    if file.edition.document is None:
        found = find_edition(viewer, file.edition.reference)
        if found is None:
            raise Refused({"edition.ref": f"there is no edition {file.edition.reference} here any more"})
        edition_id = found.id
    else:
        edition_id = publish_edition(viewer, file.edition.document, partnership_id=viewer.partnership_id, at=at).pk
    if not file.cycle.local_statements:
        return edition_id, None
    document = supplement_document(file.cycle.slug, file.cycle.local_statements)
    local = publish_edition(viewer, document, partnership_id=viewer.partnership_id, supplements=edition_id, at=at)
    return edition_id, local.pk


def _cycle(file: CycleFile, places: dict[tuple[str, str], UnitPlace], edition_id: int, local_edition_id: int | None) -> BroughtCycle:
    part = file.cycle
    return BroughtCycle(
        slug=part.slug,
        title=part.title,
        edition_id=edition_id,
        local_edition_id=local_edition_id,
        opens=part.opens,
        due=part.due,
        rolling=part.rolling,
        bands=[BroughtBand(b.key, b.label, b.at_least, b.follow_up, b.extra) for b in part.bands],
        invitations=[_invitation(invitation, places) for invitation in file.invitations],
        extra=part.extra,
        file_extra=_file_extra(file),
    )


def _file_extra(file: CycleFile) -> dict[str, Any]:
    """What the file says that no row of this cycle holds, so that it can be given back exactly."""
    kept: dict[str, Any] = {
        "extra": dict(file.extra),
        "partnership_extra": dict(file.partnership.extra),
        "sectors": [{"key": s.key, "label": s.label, "kind": s.kind, "extra": dict(s.extra)} for s in file.partnership.sectors],
    }
    if file.edition.document is None:
        kept["edition"] = {"ref": file.edition.reference, "extra": dict(file.edition.extra)}
    return kept


def _invitation(part: InvitationPart, places: dict[tuple[str, str], UnitPlace]) -> BroughtInvitation:
    place = _place(part, places)
    last = part.submissions[-1].brought if part.submissions else None
    return BroughtInvitation(
        participation_id=place.participation_id,
        unit_id=place.unit_id,
        sector_key=part.organisation.sector_key,
        form=part.form,
        state=part.state,
        due=part.due,
        asked=part.asked,
        answered=sum(bool(answer.level) for answer in last.content.answers) if last else 0,
        submissions=len(part.submissions),
        submitted_at=last.submitted_at if last else None,
        submitted_by=last.submitted_by if last else "",
        extra=part.extra,
        organisation_extra={
            "extra": dict(part.organisation.extra),
            "duty_bases": list(part.organisation.duty_bases),
            "unit_extra": dict(part.unit.extra) if part.unit else {},
        },
    )


def _return(invitation_id: int, part: InvitationPart, places: dict[tuple[str, str], UnitPlace]) -> BroughtReturn:
    return BroughtReturn(
        invitation_id=invitation_id,
        unit_id=_place(part, places).unit_id,
        form=part.form,
        sector_key=part.organisation.sector_key,
        sector_kind=part.sector_kind,
        submissions=[one.brought for one in part.submissions],
    )


def _place(part: InvitationPart, places: dict[tuple[str, str], UnitPlace]) -> UnitPlace:
    return places[part.organisation.slug, part.unit.slug if part.unit else ""]
