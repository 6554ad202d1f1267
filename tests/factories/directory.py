"""Persons, partnerships, organisations and who belongs where. Names and slugs count up, so that any number can be made."""

import itertools
from datetime import UTC, datetime
from typing import Any

from section11.directory.models import (
    Membership,
    Organisation,
    Participation,
    ParticipationDuty,
    Partnership,
    Person,
    Registration,
    Sector,
    Unit,
)
from section11.directory.queries import viewer_in_organisation, viewer_in_partnership
from section11.directory.vocabulary import UNIT_ROLES, DutyBasis, PartnershipKind, Role, SectorKind
from section11.lib import words
from section11.lib.viewer import Viewer

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
_number = itertools.count(1)


def make_person(name: str = "", *, email: str = "", **fields: Any) -> Person:
    """Someone who can sign in; an email address at `@example.org` from the name."""
    number = next(_number)
    name = name or f"Person {number}"
    email = email or f"{words.slug(name).replace('-', '.')}.{number}@example.org"
    return Person.objects.create(name=name, email=email, **{"date_joined": LONG_AGO, **fields})


def make_partnership(name: str = "", **fields: Any) -> Partnership:
    """A children's partnership without sectors, members or organisations."""
    name = name or f"Riverside Partnership {next(_number)}"
    given = {"kind": PartnershipKind.CHILDREN, "contact_email": "business.unit@example.org", "slug": words.slug(name), **fields}
    return Partnership.objects.create(name=name, **given)


def make_sector(partnership: Partnership | None = None, kind: SectorKind = SectorKind.SCHOOL, **fields: Any) -> Sector:
    """One of the partnership's sectors; key and label from its kind."""
    partnership = partnership or make_partnership()
    given = {"key": kind.value, "label": kind.value.capitalize(), "order": partnership.sectors.count(), **fields}
    return Sector.objects.create(partnership=partnership, kind=kind, **given)


def make_organisation(name: str = "", **fields: Any) -> Organisation:
    """An organisation with its whole-organisation unit."""
    name = name or f"Oak Surgery {next(_number)}"
    made = Organisation.objects.create(name=name, **{"slug": words.slug(name), "created_at": LONG_AGO, **fields})
    Unit.objects.create(organisation=made)
    return made


def whole_unit(organisation: Organisation) -> Unit:
    """The unit that is the organisation as a whole."""
    return organisation.units.get(slug="")


def make_unit(organisation: Organisation | None = None, name: str = "", **fields: Any) -> Unit:
    """A department, service or site of an organisation (not the whole: `whole_unit`)."""
    name = name or f"Department {next(_number)}"
    return Unit.objects.create(organisation=organisation or make_organisation(), name=name, **{"slug": words.slug(name), **fields})


def make_participation(
    partnership: Partnership | None = None,
    organisation: Organisation | None = None,
    *,
    sector: Sector | None = None,
    duties: tuple[DutyBasis, ...] = (DutyBasis.SECTION_11,),
    **fields: Any,
) -> Participation:
    """An organisation's place in a partnership, under the organisation's own name, in the partnership's first sector."""
    organisation = organisation or make_organisation()
    partnership = partnership or (sector.partnership if sector else make_partnership())
    sector = sector or partnership.sectors.first() or make_sector(partnership)
    name = fields.pop("name", organisation.name)
    given = {"slug": words.slug(name), "same_name": words.same_name(name), "joined_at": LONG_AGO, **fields}
    made = Participation.objects.create(partnership=partnership, organisation=organisation, sector=sector, name=name, **given)
    for order, basis in enumerate(duties):
        ParticipationDuty.objects.create(participation=made, basis=basis, order=order)
    return made


def make_membership(
    person: Person | None = None, role: Role = Role.OFFICER, *, of: Partnership | Organisation | Unit | None = None, **fields: Any
) -> Membership:
    """A person's role in a partnership, or in a unit (an organisation means its whole unit)."""
    of = of or (make_organisation() if role in UNIT_ROLES else make_partnership())
    place = {"partnership": of} if isinstance(of, Partnership) else {"unit": whole_unit(of) if isinstance(of, Organisation) else of}
    return Membership.objects.create(person=person or make_person(), role=role, **{"started_at": LONG_AGO, **place, **fields})


def make_viewer(role: Role = Role.OFFICER, *, of: Partnership | Organisation | Unit | None = None, person: Person | None = None) -> Viewer:
    """The viewer that the access middleware would have made for somebody with that role there."""
    held = make_membership(person, role, of=of)
    if held.partnership:
        viewer = viewer_in_partnership(held.person, held.partnership.slug)
    else:
        assert held.unit is not None
        viewer = viewer_in_organisation(held.person, held.unit.organisation.slug)
    assert viewer is not None
    return viewer


def make_registration(partnership: Partnership | None = None, **fields: Any) -> Registration:
    """An organisation that asks the partnership to take part, and waits."""
    sector = fields.pop("sector", None) or (partnership and partnership.sectors.first()) or make_sector(partnership)
    number = next(_number)
    given = {
        "organisation_name": f"Elm School {number}",
        "duty_basis": DutyBasis.SECTION_11,
        "lead_name": f"Ada Cole {number}",
        "lead_email": f"ada.cole.{number}@example.org",
        "asked_at": LONG_AGO,
        **fields,
    }
    return Registration.objects.create(partnership=sector.partnership, sector=sector, **given)
