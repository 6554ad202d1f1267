"""Whom to tell what about a panel: the leads of each return with a time, and the members. What stands was not told yet."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Exists, OuterRef

from section11.challenge.models import Panel, PanelTelling
from section11.challenge.queries.own_panel import MAY_SIT, told_last
from section11.challenge.vocabulary import Telling
from section11.cycles.rules.standing import who_words
from section11.directory.models import Membership


@dataclass(frozen=True, slots=True)
class ToTell:
    """One return or one member that does not know how the panel stands now. `kind`: told for the first time, or of a change."""

    invitation_id: int | None
    unit_id: int | None
    person_id: int | None
    who: str
    kind: Telling
    held_on: date
    starts: time | None
    minutes: int
    where: str
    shows_enquiry: bool


def telling_state(last: PanelTelling | None, now: tuple[object, ...]) -> Telling | None:
    """What to tell somebody whom that was told last; None when they know it all."""
    if last is None or last.kind == Telling.CANCELLED:
        return Telling.PLANNED
    return Telling.CHANGED if (last.held_on, last.starts, last.minutes, last.where, last.shows_enquiry) != now else None


def to_tell(panel: Panel) -> list[ToTell]:
    """Who is to be told of a panel that the caller was let see: returns in the order of their times, then members by name."""
    last = told_last(panel)
    found: list[ToTell] = []
    for slot in panel.slots.select_related("invitation__participation", "invitation__unit").order_by("starts", "pk"):
        now = (panel.held_on, slot.starts, slot.minutes, panel.where, slot.shows_enquiry)
        kind = telling_state(last.get((slot.invitation_id, None)), now)
        if kind:
            who = who_words(slot.invitation.participation.name, slot.invitation.unit.name)
            found.append(ToTell(slot.invitation_id, slot.invitation.unit_id, None, who, kind, *now))
    holds = Membership.objects.filter(
        person=OuterRef("person"), partnership=panel.cycle.partnership_id, role__in=MAY_SIT, ended_at__isnull=True
    )
    for member in panel.members.filter(Exists(holds)).select_related("person").order_by("person__name", "pk"):
        own = (panel.held_on, None, 0, panel.where, False)
        kind = telling_state(last.get((None, member.person_id)), own)
        if kind:
            found.append(ToTell(None, None, member.person_id, member.person.name, kind, *own))
    return found


def mark_of(found: Sequence[ToTell]) -> str:
    """A mark of exactly this: whoever looked at it and says yes means this and nothing else."""
    return hashlib.sha256(repr(list(found)).encode()).hexdigest()[:20]
