"""The independent scrutineer's opinions on a cycle: the given ones for the partnership, a draft for its writer alone."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from section11.challenge.models import Opinion
from section11.challenge.vocabulary import OpinionState
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class GivenOpinion:
    """An opinion as it was given."""

    number: int
    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class DraftOpinion:
    """The viewer's own draft; version 0: nothing written yet. `number` is the one it will have."""

    number: int
    text: str
    version: int
    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Opinions:
    """The opinions on one cycle, the latest first; `draft` for the scrutineer."""

    cycle_slug: str
    cycle_title: str
    given: tuple[GivenOpinion, ...]
    draft: DraftOpinion | None


def scrutineers_cycle(viewer: Viewer, cycle_slug: str) -> Cycle:
    """The cycle of that slug, if the viewer is a scrutineer of its partnership and it is not being set up; else `Absent`."""
    if viewer.partnership_id is None or not viewer.has(Role.SCRUTINEER):
        raise Absent
    cycle = (
        Cycle.objects.filter(partnership=viewer.partnership_id, slug=cycle_slug)
        .exclude(state=CycleState.DRAFT)
        .only("pk", "slug", "title")
        .first()
    )
    if cycle is None:
        raise Absent
    return cycle


def own_draft(viewer: Viewer, cycle_id: int) -> Opinion | None:
    """The draft that the viewer is writing on a cycle of theirs."""
    return Opinion.objects.filter(cycle=cycle_id, person=viewer.person_id, state=OpinionState.DRAFT).first()


def opinions(viewer: Viewer, cycle_slug: str) -> Opinions:
    """What scrutineers gave on a cycle, for everybody with a role in its partnership; their own draft for themselves."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    cycle = (
        Cycle.objects.filter(partnership=viewer.partnership, slug=cycle_slug).exclude(state=CycleState.DRAFT).only("slug", "title").first()
    )
    if cycle is None:
        raise Absent
    readable = Q(state=OpinionState.GIVEN) | Q(person=viewer.person_id)
    rows = list(Opinion.objects.filter(readable, cycle=cycle.pk).order_by("-given_at", "-pk"))
    given = tuple(
        GivenOpinion(row.number, row.written_by_name, row.given_at, row.text)
        for row in rows
        if row.state == OpinionState.GIVEN and row.given_at is not None
    )
    mine = [row for row in rows if row.person_id == viewer.person_id]
    draft = next((row for row in mine if row.state == OpinionState.DRAFT), None)
    own: DraftOpinion | None = None
    if viewer.has(Role.SCRUTINEER):
        own = (
            DraftOpinion(draft.number, draft.text, draft.version, draft.saved_at)
            if draft
            else DraftOpinion(max((row.number for row in mine), default=0) + 1, "", 0, None)
        )
    return Opinions(cycle.slug, cycle.title, given, own)
