"""What a cycle file must not contradict of what is here already."""

from collections.abc import Set

from section11.directory.queries.records import PartnershipRecord
from section11.lib.reading import Problems
from section11.lib.words import same_name
from section11.standards.queries.editions import EditionFound
from section11.standards.rules.canonical import content_hash
from section11.transfer.cycle_file.content import CycleFile, InvitationPart


def check_against(
    file: CycleFile, here: PartnershipRecord | None, cycles: Set[str], edition: EditionFound | None, problems: Problems
) -> None:
    """Say where the file does not fit: `here` is its partnership, `edition` the one of the same name, where there are such."""
    document = file.edition.document
    if edition is not None and document is not None and file.edition.content and content_hash(document) != edition.content_hash:
        problems.add("edition", f"{file.edition.reference} is already here with other content: give this one a name of its own")
    if here is None:
        return
    if file.partnership.name and file.partnership.name != here.name:
        problems.add("partnership.name", f"{here.slug} is called {here.name} here: write that, or choose another slug")
    if file.partnership.kind != here.kind:
        problems.add("partnership.kind", f"{here.slug} is {here.kind} here")
    for number, sector in enumerate(file.partnership.sectors):
        there = here.sectors.get(sector.key)
        if there is not None and there.kind != sector.kind:
            problems.add(f"partnership.sectors[{number}].kind", f"{sector.key} is of the kind {there.kind} here")
    if file.cycle.slug in cycles:
        problems.add("cycle.slug", f"{here.slug} has a cycle {file.cycle.slug} already")
    slug_by_name = here.slug_by_name
    for invitation in file.invitations:
        _check_invitation(invitation, here, slug_by_name, problems)


def _check_invitation(invitation: InvitationPart, here: PartnershipRecord, slug_by_name: dict[str, str], problems: Problems) -> None:
    organisation, unit, place = invitation.organisation, invitation.unit, invitation.place
    there = here.organisations.get(organisation.slug)
    if there is None:
        if slug := slug_by_name.get(same_name(organisation.name)):
            problems.add(f"{place}.organisation.slug", f"{organisation.name} is here already as {slug}")
    elif organisation.name and there.name != organisation.name:
        problems.add(f"{place}.organisation.name", f"{organisation.slug} is called {there.name} here")
    elif unit and there.units.get(unit.slug, unit.name) != unit.name:
        problems.add(f"{place}.unit.name", f"{unit.slug} is called {there.units[unit.slug]} here")
    sector = here.sectors.get(organisation.sector_key)
    if sector is not None and invitation.sector_kind and sector.kind != invitation.sector_kind:
        problems.add(f"{place}.organisation.sector", f"{sector.key} is of the kind {sector.kind} here")
