"""Who may sign in. These ask without a viewer, since nobody has signed in yet."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from section11.directory.models import Membership, Person
from section11.directory.rules import tidy_email
from section11.directory.vocabulary import ROLE_WORDS, Role
from section11.lib.refs import key_of, ref
from section11.lib.words import listed


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the demo and one line about them."""

    person_ref: str
    name: str
    about: str


def person_who_may_sign_in(email: str) -> Person | None:
    """The active person with a role somewhere now whose address this is; None for everybody else."""
    return _who_may().filter(email=tidy_email(email)).first()


def person_of_ref(person_ref: str) -> Person | None:
    """The same by reference."""
    try:
        public_id = UUID(key_of(person_ref))
    except ValueError:
        return None
    return _who_may().filter(public_id=public_id).first() if person_ref == ref("person", public_id) else None


def demo_people(most: int = 20) -> list[DemoPerson]:
    """The people of the demo: officers first, then everybody else in the order they came."""
    running = Membership.objects.filter(ended_at__isnull=True).select_related("partnership", "unit__organisation")
    people = _who_may().prefetch_related(Prefetch("memberships", running, to_attr="running"))
    found = [(person, list(getattr(person, "running", []))) for person in people.order_by("pk")[: most * 4]]
    ranked = sorted(found, key=lambda one: min(_ORDER[Role(held.role)] for held in one[1]))
    return [DemoPerson(person_ref=person.ref, name=person.name, about=_about(held)) for person, held in ranked[:most]]


_FIRST = (Role.OFFICER, Role.EXECUTIVE_VIEWER, Role.REVIEWER, Role.SCRUTINEER, Role.RETURN_LEAD, Role.CONTRIBUTOR, Role.SIGNATORY)
_ORDER = {role: number for number, role in enumerate(_FIRST)}


def _about(held: list[Membership]) -> str:
    places = [one.partnership.name if one.partnership else one.unit.organisation.name if one.unit else "" for one in held]
    return listed([f"{ROLE_WORDS[Role(one.role)]} at {place}" for one, place in zip(held, places, strict=True)])


def _who_may() -> QuerySet[Person]:
    running = Membership.objects.filter(person=OuterRef("pk"), ended_at__isnull=True)
    return Person.objects.filter(Exists(running), is_active=True)
