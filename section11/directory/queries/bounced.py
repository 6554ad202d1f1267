"""People whose emails come back."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from section11.directory.models import Membership, Person
from section11.directory.vocabulary import ROLE_WORDS, Role
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class BouncedPerson:
    """Somebody whose emails come back, with the places they hold that the partnership sees."""

    person_id: int
    name: str
    email: str
    since: datetime
    places: tuple[tuple[str, str, str], ...]  # organisation (empty: the partnership itself), its slug there, role in words


def bounced_people(viewer: Viewer, *, page: str = "1") -> Page[BouncedPerson]:
    """Those with a role in the viewer's partnership, or in an organisation that takes part, whose emails come back; for its officers."""
    found = bounced_of(viewer)
    total = found.count()
    number = page_number(page, total)
    people = list(found.order_by("bounced_at", "pk")[window(number)])
    running = _seen(viewer).filter(person__in=people, ended_at__isnull=True)
    places: dict[int, set[tuple[str, str, str]]] = {}
    rows = running.values_list(
        "person_id",
        "role",
        "is_deputy",
        "unit__organisation__participations__name",
        "unit__organisation__participations__slug",
        "unit__organisation__participations__partnership",
    )
    for person_id, role, is_deputy, name, slug, partnership_id in rows:
        words = f"{ROLE_WORDS[Role(role)]} (deputy)" if is_deputy else ROLE_WORDS[Role(role)]
        if name is None:
            places.setdefault(person_id, set()).add(("", "", words))
        elif partnership_id == viewer.partnership_id:
            places.setdefault(person_id, set()).add((name, slug, words))
    return Page(
        [BouncedPerson(p.pk, p.name, p.email, p.bounced_at, tuple(sorted(places.get(p.pk, ())))) for p in people if p.bounced_at],
        number,
        total,
    )


def bounced_of(viewer: Viewer) -> QuerySet[Person]:
    """The people whose emails come back and whom the viewer's partnership sees; for its officers."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    mine = _seen(viewer).filter(person=OuterRef("pk"), ended_at__isnull=True)
    return Person.objects.filter(Exists(mine), bounced_at__isnull=False, is_active=True)


def _seen(viewer: Viewer) -> QuerySet[Membership]:
    mine = Q(partnership=viewer.partnership_id) | Q(unit__organisation__participations__partnership=viewer.partnership_id)
    return Membership.objects.filter(mine)
