"""Who of the directory is to be told something by email: registrations and new colleagues. For the product itself only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from section11.directory.models import Membership, Partnership, Person, Registration, Unit
from section11.directory.vocabulary import PARTNERSHIP_ROLES, RegistrationState, Role
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import SystemViewer, Viewer


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody an email goes to. `person_ref` is empty for who has registered and is nobody here yet."""

    name: str
    email: str
    person_ref: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """The partnership on whose behalf an email is written, and how to reach it."""

    partnership_id: int
    slug: str
    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class RegistrationNews:
    """A registration that was asked for or decided."""

    registration_id: int
    at: datetime
    state: str
    organisation: str
    reason: str
    lead: Recipient
    asker: Asker
    officers: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class NewColleague:
    """A person let into a partnership."""

    membership_id: int
    at: datetime
    role: Role
    recipient: Recipient
    asker: Asker


@dataclass(frozen=True, slots=True)
class LeadLetIn:
    """A return lead whom an officer let into a unit that had leads, and one of those who led it then."""

    membership_id: int
    who: Recipient
    by: str
    unit: str  # its name, with its organisation's
    organisation_slug: str
    recipient: Recipient
    still_leads: bool
    asker: Asker


def only_for_the_product(viewer: Viewer) -> None:
    """`Absent` for every person: these queries look across partnerships."""
    if not isinstance(viewer, SystemViewer):
        raise Absent


def asker_of(partnership: Partnership) -> Asker:
    """A partnership as its emails name it."""
    return Asker(partnership.pk, partnership.slug, partnership.name, partnership.contact_email, partnership.contact_phone)


def new_colleagues(viewer: Viewer, since: datetime) -> list[NewColleague]:
    """Those let into a partnership after that moment, and there still."""
    only_for_the_product(viewer)
    rows = Membership.objects.filter(
        role__in=PARTNERSHIP_ROLES, partnership__isnull=False, started_at__gt=since, ended_at__isnull=True, person__is_active=True
    ).select_related("person", "partnership")
    return [
        NewColleague(m.pk, m.started_at, Role(m.role), Recipient(m.person.name, m.person.email, m.person.ref), asker_of(m.partnership))
        for m in rows.order_by("started_at", "pk")
        if m.partnership
    ]


def leads_let_in(viewer: Viewer, since: datetime) -> list[LeadLetIn]:
    """Return leads whom officers let in after that moment, once for each who led the unit then."""
    only_for_the_product(viewer)
    came = list(
        Membership.objects.filter(role=Role.RETURN_LEAD, unit__isnull=False, admitted_for__isnull=False, started_at__gt=since)
        .select_related("person", "unit__organisation", "admitted_for")
        .order_by("started_at", "pk")
    )
    led = Membership.objects.filter(role=Role.RETURN_LEAD, unit__in={new.unit_id for new in came}, person__is_active=True)
    before = list(led.select_related("person").order_by("pk")) if came else []
    return [
        LeadLetIn(
            membership_id=new.pk,
            who=Recipient(new.person.name, new.person.email, new.person.ref),
            by=new.admitted_by_name,
            unit=_unit_words(new.unit),
            organisation_slug=new.unit.organisation.slug,
            recipient=Recipient(old.person.name, old.person.email, old.person.ref),
            still_leads=old.ended_at is None,
            asker=asker_of(new.admitted_for),
        )
        for new in came
        for old in before
        if new.unit and new.admitted_for and old.unit_id == new.unit_id and old.person_id != new.person_id
        if old.started_at < new.started_at and (old.ended_at is None or old.ended_at >= new.started_at)
    ]


def _unit_words(unit: Unit) -> str:
    return f"{unit.organisation.name}, {unit.name}" if unit.name else unit.organisation.name


def asked_registrations(viewer: Viewer, since: datetime) -> list[RegistrationNews]:
    """Registrations asked for after that moment."""
    only_for_the_product(viewer)
    return _news({"asked_at__gt": since}, moment="asked_at")


def decided_registrations(viewer: Viewer, since: datetime) -> list[RegistrationNews]:
    """Registrations approved or declined after that moment."""
    only_for_the_product(viewer)
    decided = (RegistrationState.APPROVED, RegistrationState.DECLINED)
    return _news({"decided_at__gt": since, "state__in": decided}, moment="decided_at")


def _news(which: Mapping[str, object], *, moment: str) -> list[RegistrationNews]:
    rows = list(Registration.objects.filter(**which).select_related("partnership").annotate(moment=F(moment)).order_by(moment, "pk"))
    officers = officers_of({row.partnership_id for row in rows})
    known = _persons({row.lead_email for row in rows if row.state == RegistrationState.APPROVED})
    return [
        RegistrationNews(
            registration_id=row.pk,
            at=row.moment,
            state=row.state,
            organisation=row.organisation_name,
            reason=row.reason,
            lead=Recipient(row.lead_name, row.lead_email, known.get(row.lead_email, "")),
            asker=asker_of(row.partnership),
            officers=officers.get(row.partnership_id, ()),
        )
        for row in rows
    ]


def _persons(emails: set[str]) -> dict[str, str]:
    if not emails:
        return {}
    rows = Person.objects.filter(email__in=emails).values_list("email", "public_id")
    return {email: ref("person", public_id) for email, public_id in rows}


def officers_of(partnership_ids: set[int]) -> dict[int, tuple[Recipient, ...]]:
    """The officers of these partnerships now."""
    if not partnership_ids:
        return {}
    found: dict[int, tuple[Recipient, ...]] = {}
    rows = Membership.objects.filter(
        partnership__in=partnership_ids, role=Role.OFFICER, ended_at__isnull=True, person__is_active=True
    ).values_list("partnership_id", "person__name", "person__email", "person__public_id")
    for partnership_id, name, email, public_id in rows.order_by("person__email"):
        found[partnership_id] = (*found.get(partnership_id, ()), Recipient(name, email, ref("person", public_id)))
    return found
