"""Who is looking, from where: built from the address plus the person's memberships, never from a choice kept in a session."""

from dataclasses import dataclass, field

from section11.lib.errors import Absent


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person within one scope: one partnership, one organisation, or neither (their own pages).

    `slug` and `place` are the scope's address and name (both empty on a person's own pages), so that pages need not look
    them up. `roles` are the roles held in that scope (vocabulary of `directory`). Queries narrow to what a viewer may see by
    joining to memberships, participations and invitations; an operation checks the roles it needs.
    """

    person_id: int
    person_ref: str
    name: str
    partnership_id: int | None = None
    organisation_id: int | None = None
    roles: frozenset[str] = field(default_factory=frozenset)
    slug: str = ""
    place: str = ""  # the name of the partnership or organisation, as pages show it

    @property
    def partnership(self) -> int:
        """The id of the partnership of the address; `Absent` anywhere else."""
        if self.partnership_id is None:
            raise Absent
        return self.partnership_id

    @property
    def organisation(self) -> int:
        """The id of the organisation of the address; `Absent` anywhere else."""
        if self.organisation_id is None:
            raise Absent
        return self.organisation_id

    def has(self, *roles: str) -> bool:
        """Whether any of these roles is held in this scope."""
        return not self.roles.isdisjoint(roles)


@dataclass(frozen=True, slots=True)
class SystemViewer(Viewer):
    """The product itself, acting for one partnership or organisation. Made only in cli, jobs, transfer and notices."""


def system_viewer(
    name: str, *, partnership_id: int | None = None, organisation_id: int | None = None, roles: frozenset[str] = frozenset()
) -> SystemViewer:
    """A viewer for the product's own work; `name` says which part of it (`import`, `scheduler`)."""
    return SystemViewer(
        person_id=0,
        person_ref=f"system:{name}",
        name=name,
        partnership_id=partnership_id,
        organisation_id=organisation_id,
        roles=roles,
    )
