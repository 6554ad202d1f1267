"""Let many people into units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.directory.models import Membership, Person, Unit
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import NOT_YOURSELF, streams_of, tidy, tidy_email
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer

Place = tuple[int, str, int]  # person, role, unit


@dataclass(frozen=True, slots=True)
class MemberWanted:
    """A person, checked, and their role in a unit."""

    unit_id: int
    role: str
    name: str
    email: str


def admit_members(viewer: Viewer, wanted: Sequence[MemberWanted], *, at: datetime) -> None:
    """Let people into units of organisations that take part, as `admit_member` does one; the partnership's officers may.

    Who is wanted has been checked before. Persons are found by their address or made; who holds the role keeps it.
    An officer lets others in, never themselves.
    """
    partnership_id = officers_partnership(viewer)
    with transaction.atomic():
        ids = {one.unit_id for one in wanted}
        units = Unit.objects.filter(pk__in=ids, organisation__participations__partnership=partnership_id).order_by("pk")
        organisation_of = dict(units.select_for_update(of=("self",), no_key=True).values_list("pk", "organisation_id"))
        if organisation_of.keys() != ids:
            raise Absent
        persons = _persons(wanted, at)
        places = dict.fromkeys((persons[tidy_email(one.email)].pk, one.role, one.unit_id) for one in wanted)
        held = set(Membership.objects.filter(unit__in=ids, ended_at__isnull=True).values_list("person", "role", "unit"))
        new = [place for place in places if place not in held]
        if any(person == viewer.person_id for person, _, _ in new):
            raise Refused(NOT_YOURSELF)
        made = Membership.objects.bulk_create(
            Membership(
                person_id=person, role=role, unit_id=unit, started_at=at, admitted_by_name=viewer.name, admitted_for_id=partnership_id
            )
            for person, role, unit in new
        )
        ref_of = {person.pk: person.ref for person in persons.values()}
        told = [
            Happened(
                stream,
                "member-admitted",
                ref("membership", membership.pk),
                {"person": ref_of[membership.person_id], "role": membership.role, "unit": membership.unit_id},
            )
            for membership in made
            for stream in streams_of(organisation_id=organisation_of[membership.unit_id or 0], partnership_id=partnership_id)
        ]
        record_events(told, actor=viewer.person_ref, at=at)


def _persons(wanted: Sequence[MemberWanted], at: datetime) -> dict[str, Person]:
    """By address. Somebody known keeps the name they have; of two names for a new one the first counts."""
    names: dict[str, str] = {}
    for one in wanted:
        names.setdefault(tidy_email(one.email), tidy(one.name))
    known = set(Person.objects.filter(email__in=names).values_list("email", flat=True))
    Person.objects.bulk_create(
        (Person(email=email, name=name, date_joined=at) for email, name in names.items() if email not in known), ignore_conflicts=True
    )
    return {person.email: person for person in Person.objects.filter(email__in=names)}
