"""Take many organisations into a partnership."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.directory.models import Organisation, Participation, ParticipationDuty, Partnership, Unit
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import tidy
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import free_slug, same_name, slug

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class PlaceWanted:
    """An organisation, checked, and the unit of it that is meant (empty: the whole)."""

    name: str
    sector_key: str
    duties: tuple[str, ...] = ()
    contract: str = ""
    unit_name: str = ""


def add_participations(viewer: Viewer, wanted: Sequence[PlaceWanted], *, at: datetime) -> list[tuple[Participation, Unit]]:
    """Take organisations into the partnership, or find them there by name, as `add_participation` does one; its officers may.

    What is wanted has been checked before. Gives each one's place and unit, in the same order.
    """
    partnership_id = officers_partnership(viewer)
    with transaction.atomic():
        partnership = Partnership.objects.select_for_update(no_key=True).get(pk=partnership_id)
        names = {same_name(one.name) for one in wanted}
        there = _there(partnership, names)
        new = {same_name(one.name): one for one in reversed(wanted) if same_name(one.name) not in there}
        if new:
            first_named = [new[name] for name in dict.fromkeys(same_name(one.name) for one in wanted) if name in new]
            _take_in(viewer, partnership, first_named, at)
            there = _there(partnership, names)
        units = _units(there, wanted)
        return [(there[same_name(one.name)], units[same_name(one.name), same_name(one.unit_name)]) for one in wanted]


def _there(partnership: Partnership, names: set[str]) -> dict[str, Participation]:
    found = partnership.participations.filter(same_name__in=names).select_related("organisation", "sector")
    return {participation.same_name: participation for participation in found}


def _take_in(viewer: Viewer, partnership: Partnership, new: Sequence[PlaceWanted], at: datetime) -> None:
    sectors = dict(partnership.sectors.values_list("key", "pk"))
    organisations = _organisations([tidy(one.name) for one in new], at)
    taken = set(partnership.participations.values_list("slug", flat=True))
    slugs = [_take(taken, slug(one.name)) for one in new]
    made = Participation.objects.bulk_create(
        Participation(
            partnership=partnership,
            organisation=organisation,
            slug=place,
            name=tidy(one.name),
            same_name=same_name(one.name),
            sector_id=sectors[one.sector_key],
            contract=tidy(one.contract),
            joined_at=at,
        )
        for organisation, place, one in zip(organisations, slugs, new, strict=True)
    )
    ParticipationDuty.objects.bulk_create(
        ParticipationDuty(participation=participation, basis=basis, order=order)
        for participation, one in zip(made, new, strict=True)
        for order, basis in enumerate(dict.fromkeys(one.duties))
    )
    told = [
        Happened(
            partnership.ref,
            "participation-added",
            ref("participation", participation.pk),
            {"organisation": participation.organisation.ref, "sector": one.sector_key, "duties": list(dict.fromkeys(one.duties))},
        )
        for participation, one in zip(made, new, strict=True)
    ]
    record_events(told, actor=viewer.person_ref, at=at)


def _organisations(names: Sequence[str], at: datetime) -> list[Organisation]:
    """Another partnership may take the same address in the same moment: then the next free ones."""
    for attempt in range(ATTEMPTS):
        taken = set(Organisation.objects.values_list("slug", flat=True))
        try:
            with transaction.atomic():
                made = Organisation.objects.bulk_create(Organisation(slug=_take(taken, slug(n)), name=n, created_at=at) for n in names)
                Unit.objects.bulk_create(Unit(organisation=organisation) for organisation in made)
                return made
        except IntegrityError:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


def _take(taken: set[str], wanted: str) -> str:
    free = wanted if wanted not in taken else free_slug(wanted, taken)
    taken.add(free)
    return free


def _units(there: Mapping[str, Participation], wanted: Sequence[PlaceWanted]) -> dict[tuple[str, str], Unit]:
    """The units meant, by the names of organisation and unit; made where they are not there yet."""
    name_of = {participation.organisation_id: name for name, participation in there.items()}
    units: dict[tuple[str, str], Unit] = {}
    slugs: dict[str, set[str]] = {}
    for unit in Unit.objects.filter(organisation__in=name_of).select_related("organisation"):
        units[name_of[unit.organisation_id], same_name(unit.name)] = unit
        slugs.setdefault(name_of[unit.organisation_id], set()).add(unit.slug)
    missing: dict[tuple[str, str], Unit] = {}
    for one in wanted:
        key = same_name(one.name), same_name(one.unit_name)
        if key not in units and key not in missing:
            name = tidy(one.unit_name)
            free = _take(slugs.setdefault(key[0], set()), slug(name)) if name else ""
            missing[key] = Unit(organisation=there[key[0]].organisation, slug=free, name=name)
    Unit.objects.bulk_create(missing.values())
    return units | missing
