"""Who reviews what of a cycle, and what there is to give."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F

from section11.challenge.models import ReviewerPart
from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import officers_cycle
from section11.directory.models import Membership, Sector
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.standards.models import Standard


@dataclass(frozen=True, slots=True)
class Part:
    """A standard or sector that somebody was given."""

    part_id: int
    words: str


@dataclass(frozen=True, slots=True)
class ReviewerTold:
    """A reviewer and what they were given; nothing: they review all of it."""

    membership_id: int
    name: str
    home: str  # the organisation they work in, which they never review
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PartList:
    """The reviewers of a cycle, and the parts that can be given: name and words."""

    cycle_slug: str
    cycle_title: str
    reviewers: tuple[ReviewerTold, ...]
    choices: tuple[tuple[str, str], ...]


def reviewer_parts_of(viewer: Viewer, cycle_slug: str) -> PartList:
    """Who reviews what, for the partnership's officers: five SQL statements."""
    cycle = officers_cycle(viewer, cycle_slug)
    given: defaultdict[int, list[Part]] = defaultdict(list)
    parts = ReviewerPart.objects.filter(cycle=cycle).order_by("standard__order", "sector__order", "pk")
    for pk, person_id, ref, title, sector in parts.values_list("pk", "person_id", "standard__ref", "standard__title", "sector__label"):
        given[person_id].append(Part(pk, f"Standard {ref}. {title}" if ref else f"Sector: {sector}"))
    held = Membership.objects.filter(partnership=viewer.partnership, role=Role.REVIEWER, ended_at__isnull=True)
    reviewers = held.order_by("person__name", "pk").values_list("pk", "person_id", "person__name", F("home_organisation__name"))
    editions = [one for one in (cycle.edition_id, cycle.local_edition_id) if one]
    standards = Standard.objects.filter(edition__in=editions).order_by("edition__supplements", "order").values_list("ref", "title")
    sectors = Sector.objects.filter(pk__in=Invitation.objects.filter(cycle=cycle).values("sector")).order_by("order", "key")
    return PartList(
        cycle_slug=cycle.slug,
        cycle_title=cycle.title,
        reviewers=tuple(ReviewerTold(pk, name, home or "", tuple(given[person_id])) for pk, person_id, name, home in reviewers),
        choices=(
            *((f"standard:{ref}", f"Standard {ref}. {title}") for ref, title in standards),
            *((f"sector:{key}", f"Sector: {label}") for key, label in sectors.values_list("key", "label")),
        ),
    )
