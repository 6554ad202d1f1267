"""What of a cycle a reviewer was given, and what of one return somebody may therefore challenge, agree, grade or rate."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef

from section11.challenge.models import ReviewerPart
from section11.challenge.queries.conflicts import belongs_to, must_be_a_colleague
from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer

WRITERS = (Role.OFFICER, Role.REVIEWER)  # the scrutineer and executive viewers read


@dataclass(frozen=True, slots=True)
class Remit:
    """What of one return somebody may challenge, agree, grade or rate."""

    is_writer: bool  # an officer or reviewer
    conflict: str  # the organisation's name, when they belong to it
    has_all: bool
    standards: frozenset[str]  # the refs of those given, when not all of it

    def covers(self, standard_ref: str) -> bool:
        """Whether they may write about that standard and its statements."""
        return self.problem(standard_ref) == ""

    def problem(self, standard_ref: str) -> str:
        """Why they may not write about it; empty when they may."""
        if self.conflict:
            return must_be_a_colleague(self.conflict)
        if not self.is_writer:
            return "Only officers and reviewers do this"
        return "" if self.has_all or standard_ref in self.standards else "This standard was given to other reviewers"

    @property
    def covers_any(self) -> bool:
        """Whether there is anything of this return that they may write about."""
        return self.is_writer and not self.conflict and (self.has_all or bool(self.standards))


def remit(viewer: Viewer, invitation_id: int) -> Remit:
    """What of that return the viewer may write about: one SQL statement, two for a reviewer who was given standards.

    A reviewer writes in every standard given to them and in all of every sector given; one given nothing in this cycle, and
    every officer, writes in all. `Absent` when the viewer's partnership has no such invitation.
    """
    mine = ReviewerPart.objects.filter(cycle=OuterRef("cycle"), person_id=viewer.person_id)
    row = (
        Invitation.objects.filter(pk=invitation_id, cycle__partnership=viewer.partnership)
        .annotate(
            conflicted=belongs_to(viewer.person_id, OuterRef("participation__organisation")),
            parted=Exists(mine),
            sector_given=Exists(mine.filter(sector=OuterRef("sector"))),
            name=F("participation__name"),
        )
        .values("cycle_id", "conflicted", "parted", "sector_given", "name")
        .first()
    )
    if row is None:
        raise Absent
    return _remit(viewer, row)


def _remit(viewer: Viewer, row: Mapping[str, Any]) -> Remit:
    has_all = viewer.has(Role.OFFICER) or not row["parted"] or row["sector_given"]
    given: frozenset[str] = frozenset()
    if not has_all:
        parts = ReviewerPart.objects.filter(cycle=row["cycle_id"], person_id=viewer.person_id, standard__isnull=False)
        given = frozenset(parts.values_list("standard__ref", flat=True))
    return Remit(
        is_writer=viewer.has(*WRITERS),
        conflict=row["name"] if row["conflicted"] else "",
        has_all=has_all,
        standards=given,
    )


def refuse_outside_remit(viewer: Viewer, invitation_id: int, standard_ref: str | None = None) -> None:
    """Refuse somebody's write about a standard of a return: they belong to the organisation, or it was given to others.

    Without a standard, it is about the return as a whole: then anything given will do. `Absent` for who never writes here.
    """
    if not viewer.has(*WRITERS):
        raise Absent
    found = remit(viewer, invitation_id)
    if found.conflict:
        raise Refused(must_be_a_colleague(found.conflict))
    if standard_ref is None and not found.covers_any:
        raise Refused("This return was given to other reviewers")
    if standard_ref is not None and not found.covers(standard_ref):
        raise Refused(found.problem(standard_ref))
