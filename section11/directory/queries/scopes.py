"""Where a person belongs: what the start page after sign-in chooses from."""

from dataclasses import dataclass

from section11.directory.models import Membership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, ROLE_WORDS, Role
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PlaceOfPerson:
    """A partnership or organisation in which the person has roles."""

    kind: str  # `partnership` or `organisation`
    slug: str
    name: str
    roles: tuple[Role, ...]

    @property
    def role_words(self) -> str:
        """The roles as people say them."""
        return ", ".join(ROLE_WORDS[role] for role in self.roles)


def places_of_person(viewer: Viewer) -> list[PlaceOfPerson]:
    """The partnerships, then the organisations, in which the viewer has a role now; whatever the address says."""
    rows = Membership.objects.filter(person=viewer.person_id, ended_at__isnull=True).values_list(
        "role", "partnership__slug", "partnership__name", "unit__organisation__slug", "unit__organisation__name"
    )
    found: dict[tuple[str, str, str], set[Role]] = {}
    for role, partnership_slug, partnership_name, organisation_slug, organisation_name in rows:
        in_partnership = Role(role) in PARTNERSHIP_ROLES
        slug, name = (partnership_slug, partnership_name) if in_partnership else (organisation_slug, organisation_name)
        found.setdefault(("partnership" if in_partnership else "organisation", slug or "", name or ""), set()).add(Role(role))
    order = sorted(found, key=lambda key: (key[0] != "partnership", key[2].casefold(), key[1]))
    return [
        PlaceOfPerson(kind=kind, slug=slug, name=name, roles=tuple(role for role in Role if role in found[kind, slug, name]))
        for kind, slug, name in order
    ]
