"""What the directory answers: who is looking, and from where."""

from section11.directory.models import Membership, Person
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer


def viewer_of_person(person: Person) -> Viewer:
    """A viewer of their own pages only: no partnership, no organisation."""
    return Viewer(person_id=person.pk, person_ref=person.ref, name=person.name)


def viewer_in_partnership(person: Person, slug: str) -> Viewer | None:
    """The person within the partnership of that slug, with the roles they hold there now; None when they hold none."""
    rows = list(
        Membership.objects.filter(person=person, partnership__slug=slug, ended_at__isnull=True).values_list(
            "partnership_id", "partnership__name", "role"
        )
    )
    if not rows:
        return None
    return Viewer(
        person_id=person.pk,
        person_ref=person.ref,
        name=person.name,
        partnership_id=rows[0][0],
        roles=frozenset(Role(role) for _, _, role in rows),
        slug=slug,
        place=rows[0][1],
    )


def viewer_in_organisation(person: Person, slug: str) -> Viewer | None:
    """The person within the organisation of that slug, with the roles they hold in any of its units now; None when none."""
    rows = list(
        Membership.objects.filter(person=person, unit__organisation__slug=slug, ended_at__isnull=True).values_list(
            "unit__organisation_id", "unit__organisation__name", "role"
        )
    )
    if not rows:
        return None
    return Viewer(
        person_id=person.pk,
        person_ref=person.ref,
        name=person.name,
        organisation_id=rows[0][0],
        roles=frozenset(Role(role) for _, _, role in rows),
        slug=slug,
        place=rows[0][1],
    )
