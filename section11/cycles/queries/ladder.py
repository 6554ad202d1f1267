"""A cycle's chasing ladder: what it would send, to whom and when, before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.db.models.functions import Coalesce

from section11.cycles.models import Cycle, Invitation, LadderStep
from section11.cycles.queries.cycle_setup import contact_words
from section11.cycles.queries.email_example import EXAMPLE_LINK
from section11.cycles.queries.own_cycle import officers_cycle, officers_invitation
from section11.cycles.rules.email_wording import EmailWording, due_for_email, fill
from section11.cycles.rules.ladder import Rung
from section11.cycles.rules.ladder_wording import rung_wording
from section11.cycles.rules.standing import Standing, who_words
from section11.cycles.vocabulary import CycleState, InvitationState, LadderKind
from section11.directory.queries.answering import Answerers, answerers
from section11.directory.queries.sector_leads import StrategicLead, leads_of_sectors
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Awaited:
    """An invited unit whose return has not come, with all that a ladder asks of it."""

    invitation_id: int
    who: str
    sector: str
    due: date | None
    invited_at: datetime | None
    people: Answerers
    strategic_lead: StrategicLead | None

    def told_by(self, kind: str) -> list[tuple[str, str]]:
        """Whom a rung of that kind tells now: names and addresses."""
        if kind == LadderKind.STRATEGIC_LEAD:
            return [(self.strategic_lead.name, self.strategic_lead.email)] if self.strategic_lead else []
        people = {
            LadderKind.REMINDER: self.people.leads,
            LadderKind.OVERDUE: self.people.leads_and_deputies,
            LadderKind.SENIOR: self.people.told_with_senior,
        }[LadderKind(kind)]
        return [(one.name, one.email) for one in people]


@dataclass(frozen=True, slots=True)
class Ladder:
    """A cycle's rungs and those whom they chase."""

    cycle_id: int
    slug: str
    title: str
    state: CycleState
    due: date | None
    reminder: EmailWording
    partnership: str
    contact: str
    rungs: tuple[Rung, ...]
    awaited: tuple[Awaited, ...]


@dataclass(frozen=True, slots=True)
class Chasing:
    """How one invitation is chased. `awaited` is none when its return is in, or it has left the audit."""

    invitation_id: int
    ref: str
    cycle_slug: str
    cycle_title: str
    cycle_state: CycleState
    who: str
    standing: Standing
    rungs: tuple[Rung, ...]
    awaited: Awaited | None


def chasing_of(viewer: Viewer, cycle_slug: str, invitation_id: int) -> Chasing:
    """How one invitation is chased; for the partnership's officers."""
    invitation = officers_invitation(viewer, cycle_slug, invitation_id)
    standing = invitation.standing
    awaited = None
    if standing.state == InvitationState.INVITED and not standing.submissions:
        awaited = Awaited(
            invitation_id=invitation.pk,
            who=who_words(invitation.participation.name, invitation.unit.name),
            sector="",
            due=standing.due,
            invited_at=invitation.invited_at,
            people=answerers([invitation.unit_id])[invitation.unit_id],
            strategic_lead=leads_of_sectors([invitation.sector_id]).get(invitation.sector_id),
        )
    return Chasing(
        invitation_id=invitation.pk,
        ref=invitation.ref,
        cycle_slug=invitation.cycle.slug,
        cycle_title=invitation.cycle.title,
        cycle_state=CycleState(invitation.cycle.state),
        who=who_words(invitation.participation.name, invitation.unit.name),
        standing=standing,
        rungs=rungs_of(invitation.cycle_id),
        awaited=awaited,
    )


def ladder_of(viewer: Viewer, cycle_slug: str) -> Ladder:
    """The ladder of one cycle with everybody it chases now; for the partnership's officers. Five SQL statements."""
    cycle = officers_cycle(viewer, cycle_slug)
    return Ladder(
        cycle_id=cycle.pk,
        slug=cycle.slug,
        title=cycle.title,
        state=CycleState(cycle.state),
        due=cycle.due,
        reminder=EmailWording(cycle.reminder_subject, cycle.reminder_body),
        partnership=cycle.partnership.name,
        contact=contact_words(cycle),
        rungs=rungs_of(cycle.pk),
        awaited=tuple(_awaited(cycle)),
    )


def ladder_example(ladder: Ladder, rung: Rung) -> tuple[str, EmailWording]:
    """Somebody whom a rung would tell (or somebody invented), and how it would read to them."""
    first = next((one for one in ladder.awaited if one.told_by(rung.kind)), None)
    name, email = first.told_by(rung.kind)[0] if first else ("Sam Example", "sam@oak-surgery.example")
    values = {
        "name": name,
        "organisation": first.who if first else "Oak Surgery",
        "cycle": ladder.title,
        "due": due_for_email(first.due if first else ladder.due),
        "link": EXAMPLE_LINK,
        "partnership": ladder.partnership,
        "contact": ladder.contact,
    }
    wording = rung_wording(rung.kind, rung.wording, ladder.reminder)
    return f"{name}, {email}", EmailWording(fill(wording.subject, values), fill(wording.body, values))


def rungs_of(cycle_id: int) -> tuple[Rung, ...]:
    """The rungs of a cycle that the caller was let see, from the first to the last."""
    return tuple(step.rung for step in LadderStep.objects.filter(cycle=cycle_id))


def _awaited(cycle: Cycle) -> list[Awaited]:
    found = Invitation.objects.filter(cycle=cycle, state=InvitationState.INVITED, submissions=0).annotate(
        counted_due=Coalesce("due", "cycle__due")
    )
    rows: Sequence[tuple[int, int, int, str, str, str, date | None, datetime | None]] = list(
        found.order_by("order", "pk").values_list(
            "pk", "unit_id", "sector_id", "participation__name", "unit__name", "sector__label", F("counted_due"), "invited_at"
        )
    )
    people = answerers({row[1] for row in rows})
    leads = leads_of_sectors({row[2] for row in rows})
    return [
        Awaited(
            invitation_id=pk,
            who=who_words(name, unit),
            sector=sector,
            due=due,
            invited_at=invited_at,
            people=people[unit_id],
            strategic_lead=leads.get(sector_id),
        )
        for pk, unit_id, sector_id, name, unit, sector, due, invited_at in rows
    ]
