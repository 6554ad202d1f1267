"""Which rows of a register are looked at, and in which order."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.db.models import Case, Count, DateTimeField, Exists, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest, Lower

from section11.cycles.models import Contact, Cycle, Invitation, LadderStep, Reminder
from section11.cycles.vocabulary import CycleState, Group, InvitationState, LadderKind, Progress
from section11.directory.models import Membership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.clock import london_date
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
RECENT = timedelta(days=7)
SORTS = ("organisation", "sector", "form", "due", "state", "contact")


_TELLS_SENIOR = LadderStep.objects.filter(cycle=OuterRef("cycle"), kind=LadderKind.SENIOR)
_SENIOR = Membership.objects.filter(unit=OuterRef("unit"), role=Role.SIGNATORY, ended_at__isnull=True, person__is_active=True)


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """What of the register is looked at, and in which order. Values that mean nothing are left out of account."""

    sector: str = ""
    state: str = ""  # one of Group
    search: str = ""
    sort: str = ""  # one of SORTS, with `-` before it for the other way round


def readable_cycle(viewer: Viewer, cycle_slug: str) -> Cycle:
    """A cycle whose register the viewer may read: everybody with a role in its partnership; drafts for officers only."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    cycle = Cycle.objects.filter(partnership=viewer.partnership_id, slug=cycle_slug).first()
    if cycle is None or (cycle.state == CycleState.DRAFT and not viewer.has(Role.OFFICER)):
        raise Absent
    return cycle


def narrowed(cycle: Cycle, chosen: RegisterFilter, at: datetime) -> QuerySet[Invitation]:
    """The cycle's invitations that match."""
    found = Invitation.objects.filter(cycle=cycle)
    if chosen.sector:
        found = found.filter(sector__key=chosen.sector)
    if chosen.state in set(Group):
        found = found.filter(in_group(Group(chosen.state), at))
    for word in chosen.search.replace("\x00", "").split():
        found = found.filter(Q(participation__name__icontains=word) | Q(unit__name__icontains=word))
    return found


def in_group(group: Group, at: datetime) -> Q:
    """Being of one group. `submissions` decides what is in: a return that is being amended was submitted."""
    invited = Q(state=InvitationState.INVITED)
    if group in (Group.WITHDRAWN, Group.EXEMPT):
        return Q(state=group.value)
    if group == Group.RETURNED:
        return invited & Q(submissions__gt=0)
    if group == Group.WAITING:
        return invited & Q(submissions=0)
    if group == Group.APPROACHED:
        return invited
    if group == Group.UNDER_WAY:
        return invited & Q(submissions=0) & ~Q(progress=Progress.NOT_OPENED)
    if group == Group.RECENT:
        return invited & Q(submitted_at__gt=at - RECENT)
    if group == Group.OVERDUE:
        today = london_date(at)
        return invited & Q(submissions=0) & (Q(due__lt=today) | Q(due__isnull=True, cycle__due__lt=today))
    if group == Group.NO_SENIOR:
        return in_group(Group.OVERDUE, at) & Q(Exists(_TELLS_SENIOR)) & ~Q(Exists(_SENIOR))
    return invited & Q(progress=Progress(group.value).value)


def counts_by_group(cycle: Cycle, chosen: RegisterFilter, at: datetime) -> tuple[int, dict[Group, int]]:
    """How many match but for the state, in all and of each group."""
    named = {group: group.value.replace("-", "_") for group in Group}
    found = narrowed(cycle, replace(chosen, state=""), at)
    counted = found.aggregate(in_all=Count("pk"), **{name: Count("pk", filter=in_group(group, at)) for group, name in named.items()})
    return counted["in_all"], {group: counted[name] for group, name in named.items()}


def in_order(found: QuerySet[Invitation], sort: str) -> QuerySet[Invitation]:
    """Sorted, with `reminded_at` and `by_contact` (the last contact, NEVER if none) beside each row."""
    found = found.annotate(
        by_name=Lower("participation__name"),
        by_unit=Lower("unit__name"),
        by_due=Coalesce("due", "cycle__due"),
        by_progress=_RANK,
        reminded_at=_latest(Reminder, "asked_at"),
        contacted_at=_latest(Contact, "at"),
    ).annotate(
        by_contact=Greatest(Coalesce("reminded_at", Value(NEVER, DateTimeField())), Coalesce("contacted_at", Value(NEVER, DateTimeField())))
    )
    keys = _KEYS.get(sort.removeprefix("-"), _KEYS["organisation"])
    turned = sort.startswith("-")
    first = [F(key).desc(nulls_last=True) if turned else F(key).asc(nulls_last=True) for key in keys]
    return found.order_by(*first, "by_name", "by_unit", "pk")


_KEYS = {
    "organisation": ("by_name",),
    "sector": ("sector__order", "sector__key"),
    "form": ("form",),
    "due": ("by_due",),
    "state": ("by_progress", "answered"),
    "contact": ("by_contact",),
}
_RANK = Case(
    *(When(state=InvitationState.INVITED, progress=progress, then=Value(rank)) for rank, progress in enumerate(Progress)),
    default=Value(len(Progress)),
    output_field=IntegerField(),
)


def _latest(model: type[Reminder] | type[Contact], moment: str) -> Subquery:
    of_this = model._default_manager.filter(invitation=OuterRef("pk")).order_by().values("invitation")
    return Subquery(of_this.annotate(last=Max(moment)).values("last"), output_field=DateTimeField())
