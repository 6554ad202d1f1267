"""Bring in organisations and their units from a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Organisation, Participation, ParticipationDuty, Partnership, Unit
from section11.directory.queries.manageable import officers_partnership
from section11.lib.viewer import Viewer
from section11.lib.words import free_slug, same_name


@dataclass(frozen=True, slots=True)
class BroughtOrganisation:
    """An organisation as the file has it; `units` are the slugs and names of those that answer for themselves."""

    slug: str
    name: str
    sector_key: str
    duty_bases: tuple[str, ...]
    units: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """Where a unit is now."""

    participation_id: int
    unit_id: int


def import_participations(
    viewer: Viewer, organisations: Sequence[BroughtOrganisation], *, at: datetime
) -> dict[tuple[str, str], UnitPlace]:
    """Take the organisations of a checked file into the partnership; its officers may, and the product itself.

    They meet those already there by slug, in this partnership only, and nothing of theirs is changed: what is missing is added.
    Gives where each is by its slug and its unit's (empty: the whole organisation).
    """
    partnership_id = officers_partnership(viewer)
    with transaction.atomic():
        partnership = Partnership.objects.select_for_update(no_key=True).get(pk=partnership_id)
        here = set(partnership.participations.values_list("slug", flat=True))
        new = [organisation for organisation in organisations if organisation.slug not in here]
        _take_in(partnership, new, at)
        places = {p.slug: p for p in partnership.participations.filter(slug__in=[o.slug for o in organisations])}
        _add_units(places, organisations)
        if new:
            record_event(
                partnership.ref,
                verb="participations-brought-in",
                actor=viewer.person_ref,
                subject=partnership.ref,
                at=at,
                details={"organisations": len(new)},
            )
        units = Unit.objects.filter(organisation__participations__in=places.values()).values_list("organisation_id", "slug", "pk")
        slug_of = {p.organisation_id: p.slug for p in places.values()}
        return {
            (slug_of[organisation_id], unit_slug): UnitPlace(places[slug_of[organisation_id]].pk, unit_id)
            for organisation_id, unit_slug, unit_id in units
        }


def _take_in(partnership: Partnership, organisations: Sequence[BroughtOrganisation], at: datetime) -> None:
    """New organisations, each at a free address of its own."""
    sectors = dict(partnership.sectors.values_list("key", "pk"))
    taken = set(Organisation.objects.values_list("slug", flat=True)) if organisations else set()
    addresses = []
    for organisation in organisations:
        addresses.append(free_slug(organisation.slug[:70], taken))
        taken.add(addresses[-1])
    made = Organisation.objects.bulk_create(
        Organisation(slug=address, name=organisation.name, created_at=at)
        for address, organisation in zip(addresses, organisations, strict=True)
    )
    Unit.objects.bulk_create(Unit(organisation=row) for row in made)
    participations = Participation.objects.bulk_create(
        Participation(
            partnership=partnership,
            organisation=row,
            slug=organisation.slug,
            name=organisation.name,
            same_name=same_name(organisation.name),
            sector_id=sectors[organisation.sector_key],
            joined_at=at,
        )
        for row, organisation in zip(made, organisations, strict=True)
    )
    ParticipationDuty.objects.bulk_create(
        ParticipationDuty(participation=row, basis=basis, order=order)
        for row, organisation in zip(participations, organisations, strict=True)
        for order, basis in enumerate(organisation.duty_bases)
    )


def _add_units(places: dict[str, Participation], organisations: Sequence[BroughtOrganisation]) -> None:
    """The units that an organisation does not have yet, the whole one among them."""
    here = set(Unit.objects.filter(organisation__participations__in=places.values()).values_list("organisation_id", "slug"))
    wanted = [(places[o.slug].organisation_id, slug, name) for o in organisations for slug, name in (("", ""), *o.units)]
    Unit.objects.bulk_create(Unit(organisation_id=of, slug=slug, name=name) for of, slug, name in wanted if (of, slug) not in here)
