"""Who answers for units now, and who of them is written to. For queries and operations of the apps above."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from section11.directory.models import Membership
from section11.directory.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Answerer:
    """Somebody who answers for a unit. `comes_back`: emails to their address came back."""

    membership_id: int
    started_at: datetime
    name: str
    email: str
    person_ref: str
    is_deputy: bool
    comes_back: bool


@dataclass(slots=True)
class Answerers:
    """The return leads (deputies among them) and signatories of one unit, those who came first on top."""

    leading: list[Answerer] = field(default_factory=list)
    signatories: list[Answerer] = field(default_factory=list)

    @property
    def leads(self) -> list[Answerer]:
        """The leads that emails go to: those who are no deputies; deputies where no such lead has an address that works."""
        return _working(one for one in self.leading if not one.is_deputy) or _working(self.leading) or self.leading

    @property
    def leads_and_deputies(self) -> list[Answerer]:
        """Leads and deputies alike, as far as their addresses work."""
        return _working(self.leading) or self.leading

    @property
    def seniors(self) -> list[Answerer]:
        """The named senior people, as far as their addresses work."""
        return _working(self.signatories) or self.signatories

    @property
    def told_with_senior(self) -> list[Answerer]:
        """Whom a word to the senior people goes to: them, and all who lead the return, once each; nobody while nobody is named."""
        people = [*self.seniors, *self.leads_and_deputies] if self.signatories else []
        return list({one.person_ref: one for one in people}.values())


def answerers(unit_ids: Collection[int]) -> dict[int, Answerers]:
    """Who answers for each of these units, which the caller was let see; in one statement."""
    found = {unit_id: Answerers() for unit_id in unit_ids}
    running = Membership.objects.filter(
        unit__in=found, role__in=(Role.RETURN_LEAD, Role.SIGNATORY), ended_at__isnull=True, person__is_active=True
    ).select_related("person")
    for m in running.order_by("started_at", "pk") if found else ():
        place = found[m.unit_id or 0]
        group = place.leading if m.role == Role.RETURN_LEAD else place.signatories
        person = m.person
        comes_back = person.bounced_at is not None
        group.append(Answerer(m.pk, m.started_at, person.name, person.email, person.ref, m.is_deputy, comes_back))
    return found


def _working(people: Iterable[Answerer]) -> list[Answerer]:
    return [one for one in people if not one.comes_back]
