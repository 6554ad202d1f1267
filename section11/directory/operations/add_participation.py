"""Take an organisation into a partnership."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Organisation, Participation, ParticipationDuty, Partnership, Sector, Unit
from section11.directory.operations.add_unit import add_unit
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import duty_problem, name_problem, tidy, without_empty
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import free_slug, same_name, slug

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An organisation's place in the partnership and the unit asked for (the whole organisation unless named)."""

    participation: Participation
    unit: Unit
    made: bool


def add_participation(
    viewer: Viewer,
    *,
    name: str,
    sector_key: str,
    at: datetime,
    duties: Sequence[str] = (),
    contract: str = "",
    unit_name: str = "",
    extra: Mapping[str, object] | None = None,
) -> TakenIn:
    """Take an organisation into the partnership, or find it there by name; its officers may, and the product itself.

    Names meet without regard to case and spaces, in this partnership only: one that knows a name can never reach another's
    organisation. One already there is left as it is; a unit named that it does not have yet is added.
    """
    partnership_id = officers_partnership(viewer)
    name, unit_name, contract = tidy(name), tidy(unit_name), tidy(contract)
    with transaction.atomic():
        partnership = Partnership.objects.select_for_update(no_key=True).get(pk=partnership_id)
        sector = partnership.sectors.filter(key=sector_key).first()
        problems = without_empty(
            {
                "name": name_problem(name, whose="the organisation's name"),
                "sector": "" if sector else "Choose a sector from the list",
                "duties": duty_problem(duties),
                "contract": "Shorten the contract to 200 characters or fewer" if len(contract) > 200 else "",
                "unit": name_problem(unit_name, whose="the unit's name") if unit_name else "",
            }
        )
        if problems or sector is None:
            raise Refused(problems)
        participation = partnership.participations.filter(same_name=same_name(name)).select_related("organisation").first()
        made = participation is None
        if participation is None:
            participation = _take_in(partnership, sector, name=name, contract=contract, extra=extra or {}, at=at)
            bases = dict.fromkeys(duties)
            ParticipationDuty.objects.bulk_create(
                ParticipationDuty(participation=participation, basis=basis, order=order) for order, basis in enumerate(bases)
            )
            record_event(
                partnership.ref,
                verb="participation-added",
                actor=viewer.person_ref,
                subject=ref("participation", participation.pk),
                at=at,
                details={"organisation": participation.organisation.ref, "sector": sector.key, "duties": list(bases)},
            )
        if unit_name:
            unit = add_unit(viewer, participation.organisation_id, name=unit_name, at=at)
        else:
            unit = Unit.objects.get(organisation=participation.organisation_id, slug="")
    return TakenIn(participation=participation, unit=unit, made=made)


def _take_in(
    partnership: Partnership, sector: Sector, *, name: str, contract: str, extra: Mapping[str, object], at: datetime
) -> Participation:
    taken = partnership.participations.filter(slug__startswith=slug(name)).values_list("slug", flat=True)
    return Participation.objects.create(
        partnership=partnership,
        organisation=_new_organisation(name, at),
        slug=free_slug(slug(name), taken),
        name=name,
        same_name=same_name(name),
        sector=sector,
        contract=contract,
        joined_at=at,
        extra=dict(extra),
    )


def _new_organisation(name: str, at: datetime) -> Organisation:
    """Another partnership may take the same address in the same moment: then the next free one."""
    wanted = slug(name)
    for _ in range(ATTEMPTS):
        free = free_slug(wanted, Organisation.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
        try:
            with transaction.atomic():
                made = Organisation.objects.create(slug=free, name=name, created_at=at)
        except IntegrityError:
            continue
        Unit.objects.create(organisation=made)
        return made
    raise Refused({"name": "Somebody else is adding an organisation of this name. Try again in a moment"})
