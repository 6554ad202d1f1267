"""Who is to be told by email of an action: leads and officers. For the product itself only. Never what an action says."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Max, OuterRef, Q, Subquery

from section11.cycles.models import Invitation
from section11.cycles.rules.standing import who_words
from section11.directory.queries.due_emails import Asker, Recipient, asker_of, officers_of, only_for_the_product
from section11.lib.clock import LONDON, london_date
from section11.lib.dates import end_of_day
from section11.lib.viewer import Viewer
from section11.plans.models import Action, ActionShare, ActionUpdate
from section11.plans.rules.reminding import Step, due_dates, reminder_day
from section11.plans.vocabulary import ActionState, UpdateKind
from section11.returns.queries.addressed import leads_of

DIGEST_FROM = 7  # o'clock in London
DIGEST_DAYS = 3  # how far back a digest that could not be made is made up for
DECISIONS = (UpdateKind.REPLIED, UpdateKind.REOPENED, UpdateKind.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Plan:
    """Whose improvement plan an email is about, and which partnership follows it."""

    invitation_id: int
    unit_id: int
    who: str  # the organisation, with its unit if it is not the whole
    organisation_slug: str
    asker: Asker


@dataclass(frozen=True, slots=True)
class RemindedPlan:
    """A lead who is reminded of actions that are due on one day."""

    step: Step
    due: date
    number: int
    about: Plan
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class AskedOfficer:
    """An officer to whom organisations have asked for support on one day, and how many actions wait for an answer."""

    day: date
    number: int
    asker: Asker
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class DecidedAction:
    """What a partnership said about an action, and a lead to be told."""

    update_id: int
    action_id: int
    kind: UpdateKind
    about: Plan
    recipient: Recipient


def reminded_plans(viewer: Viewer, at: datetime) -> list[RemindedPlan]:
    """The leads of open actions that a partnership follows, for each due date of which a reminder is to be there now."""
    only_for_the_product(viewer)
    today = london_date(at)
    counted: defaultdict[tuple[Step, int, date], int] = defaultdict(int)
    for step in Step:
        first, last = due_dates(step, today)
        for invitation_id, due in _due_between(step, first, last):
            counted[step, invitation_id, due] += 1
    plans = _plans({invitation_id for _, invitation_id, _ in counted})
    leads = leads_of({plan.unit_id for plan in plans.values()})
    return [
        RemindedPlan(step, due, number, plans[invitation_id], lead.recipient)
        for (step, invitation_id, due), number in counted.items()
        for lead in leads[plans[invitation_id].unit_id]
    ]


def _due_between(step: Step, first: date, last: date) -> Iterable[tuple[int, date]]:
    """Invitation and due date of each; not of those whose date was given after the day of the reminder."""
    follower = ActionShare.objects.filter(action_id=OuterRef("pk")).order_by("pk").values("invitation_id")[:1]
    moved = (
        ActionUpdate.objects.filter(action_id=OuterRef("pk"), kind=UpdateKind.MOVED)
        .order_by()
        .values("action_id")
        .annotate(last=Max("at"))
        .values("last")
    )
    rows = (
        Action.objects.filter(state=ActionState.OPEN, due__gte=first, due__lte=last)
        .annotate(follower=Subquery(follower), moved=Subquery(moved))
        .filter(follower__isnull=False)
    )
    for invitation_id, due, created_at, moved_at in rows.order_by("due", "pk").values_list("follower", "due", "created_at", "moved"):
        if due and max(created_at, moved_at or created_at) < end_of_day(reminder_day(step, due)):
            yield invitation_id, due


def asked_officers(viewer: Viewer, at: datetime) -> list[AskedOfficer]:
    """The officers of partnerships from whom support was asked on a day before today, and is waited for; from seven in the morning."""
    only_for_the_product(viewer)
    if at.astimezone(LONDON).hour < DIGEST_FROM:
        return []
    today = london_date(at)
    since = end_of_day(today - timedelta(days=DIGEST_DAYS + 1))
    waits = Q(action__help_replied_at__isnull=True) | Q(action__help_replied_at__lt=F("action__help_asked_at"))
    asked = ActionShare.objects.filter(
        waits,
        action__state=ActionState.OPEN,
        action__help_asked_at__gte=since,
        action__help_asked_at__lt=end_of_day(today - timedelta(days=1)),
    ).select_related("invitation__cycle__partnership", "action")
    waiting: defaultdict[tuple[Asker, date], set[int]] = defaultdict(set)
    for share in asked.order_by("pk"):
        if share.action.help_asked_at:
            day = london_date(share.action.help_asked_at)
            waiting[asker_of(share.invitation.cycle.partnership), day].add(share.action_id)
    officers = officers_of({asker.partnership_id for asker, _ in waiting})
    return [
        AskedOfficer(day, len(actions), asker, officer)
        for (asker, day), actions in waiting.items()
        for officer in officers.get(asker.partnership_id, ())
    ]


def decided_actions(viewer: Viewer, since: datetime) -> list[DecidedAction]:
    """What partnerships said after that moment about actions: support answered, opened again, confirmed; for each lead."""
    only_for_the_product(viewer)
    latest = ActionShare.objects.filter(
        action_id=OuterRef("action_id"), invitation__cycle__partnership_id=OuterRef("partnership_id")
    ).order_by("-pk")
    rows = list(
        ActionUpdate.objects.filter(at__gt=since, kind__in=DECISIONS, partnership__isnull=False)
        .annotate(invitation=Subquery(latest.values("invitation_id")[:1]))
        .filter(invitation__isnull=False)
        .order_by("at", "pk")
        .values_list("pk", "action_id", "kind", "invitation")
    )
    plans = _plans({invitation_id for *_, invitation_id in rows})
    leads = leads_of({plan.unit_id for plan in plans.values()})
    return [
        DecidedAction(pk, action_id, UpdateKind(kind), plans[invitation_id], lead.recipient)
        for pk, action_id, kind, invitation_id in rows
        for lead in leads[plans[invitation_id].unit_id]
    ]


def _plans(invitation_ids: Collection[int]) -> dict[int, Plan]:
    if not invitation_ids:
        return {}
    rows = Invitation.objects.filter(pk__in=invitation_ids).select_related("participation", "unit__organisation", "cycle__partnership")
    return {
        one.pk: Plan(
            one.pk,
            one.unit_id,
            who_words(one.participation.name, one.unit.name),
            one.unit.organisation.slug,
            asker_of(one.cycle.partnership),
        )
        for one in rows
    }
