"""All that is known of one invitation, but for its return's content."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef

from section11.activity.models import ActivityEvent
from section11.cycles.models import Contact, Invitation
from section11.cycles.rules.standing import Standing, who_words
from section11.cycles.vocabulary import CONTACT_WORDS, ContactKind, CycleState
from section11.directory.models import Person
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.clock import london_date
from section11.lib.errors import Absent
from section11.lib.refs import key_of, kind_of
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ContactTold:
    """One call, email or meeting."""

    kind: str
    spoke_to: str
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class EventTold:
    """One thing that happened to an invitation."""

    verb: str
    at: datetime
    by: str
    details: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class InvitationTold:
    """One invitation with its dates, state, contacts, reminders and history."""

    invitation_id: int
    ref: str
    cycle_slug: str
    cycle_title: str
    cycle_state: CycleState
    cycle_opens: date | None
    cycle_due: date | None
    organisation: str
    organisation_slug: str
    unit: str
    unit_id: int
    sector: str
    form: str
    standing: Standing
    state_reason: str
    own_due: date | None
    is_overdue: bool
    invited_at: datetime | None
    opened_at: datetime | None
    last_saved_at: datetime | None
    contacts: tuple[ContactTold, ...]
    events: tuple[EventTold, ...]
    can_review: bool  # sent a return before, so that a review form has something to confirm

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)


def one_invitation(viewer: Viewer, cycle_slug: str, invitation_id: int, *, at: datetime) -> InvitationTold:
    """An invitation of that cycle, for everybody with a role in the partnership; drafts for its officers only."""
    invitation = _readable(viewer, cycle_slug, invitation_id)
    cycle = invitation.cycle
    contacts = Contact.objects.filter(invitation=invitation)
    return InvitationTold(
        invitation_id=invitation.pk,
        ref=invitation.ref,
        cycle_slug=cycle.slug,
        cycle_title=cycle.title,
        cycle_state=CycleState(cycle.state),
        cycle_opens=cycle.opens,
        cycle_due=cycle.due,
        organisation=invitation.participation.name,
        organisation_slug=invitation.participation.slug,
        unit=invitation.unit.name,
        unit_id=invitation.unit_id,
        sector=invitation.sector.label,
        form=invitation.form,
        standing=invitation.standing,
        state_reason=invitation.state_reason,
        own_due=invitation.due,
        is_overdue=invitation.standing.overdue(london_date(at)),
        invited_at=invitation.invited_at,
        opened_at=invitation.opened_at,
        last_saved_at=invitation.last_saved_at,
        contacts=tuple(ContactTold(CONTACT_WORDS[ContactKind(c.kind)], c.spoke_to, c.note, c.at, c.logged_by_name) for c in contacts),
        events=_events(cycle.partnership_id, invitation.ref),
        can_review=getattr(invitation, "can_review", False),
    )


def _readable(viewer: Viewer, cycle_slug: str, invitation_id: int) -> Invitation:
    """As `readable_cycle`, with the invitation in the same statement."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    before = Invitation.objects.filter(participation=OuterRef("participation"), unit=OuterRef("unit"), submissions__gt=0)
    invitation = (
        Invitation.objects.filter(pk=invitation_id, cycle__slug=cycle_slug, cycle__partnership=viewer.partnership_id)
        .select_related("cycle", "participation", "unit", "sector")
        .annotate(can_review=Exists(before))
        .first()
    )
    if invitation is None or (invitation.cycle.state == CycleState.DRAFT and not viewer.has(Role.OFFICER)):
        raise Absent
    return invitation


def _events(partnership_id: int, reference: str) -> tuple[EventTold, ...]:
    """What the partnership's stream tells about it, newest first. Drafting stays in the organisation's own stream."""
    found = list(
        ActivityEvent.objects.filter(stream__ref=f"partnership:{partnership_id}", subject=reference)
        .order_by(F("number").desc())
        .values_list("verb", "at", "actor", "details")[:50]
    )
    keys = {key_of(actor) for _, _, actor, _ in found if kind_of(actor) == "person"}
    names = {str(key): name for key, name in Person.objects.filter(public_id__in=keys).values_list("public_id", "name")}
    return tuple(EventTold(verb, at, names.get(key_of(actor), "The system"), details) for verb, at, actor, details in found)
