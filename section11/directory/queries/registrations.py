"""Organisations that asked to take part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from section11.directory.models import Partnership, Registration
from section11.directory.queries.manageable import officers_partnership
from section11.directory.queries.sectors import SectorRow, sector_rows
from section11.directory.vocabulary import DUTY_BASIS_WORDS, DutyBasis, RegistrationState, Role
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.lib.words import same_name


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """One registration, as an officer reads it. `takes_part_as` is the slug of one by the same name that takes part already."""

    registration_id: int
    state: RegistrationState
    organisation_name: str
    sector: str
    duty: str
    lead_name: str
    lead_email: str
    about: str
    asked_at: datetime
    decided_at: datetime | None
    reason: str
    takes_part_as: str
    fit: tuple[tuple[str, bool, bool], ...] = ()  # question, the answer given, whether it says that the tiny form fits

    @property
    def fits_tiny(self) -> bool:
        """Whether every answer says that the tiny form fits."""
        return bool(self.fit) and all(fits for _, _, fits in self.fit)


@dataclass(frozen=True, slots=True)
class OpenForRegistration:
    """What a stranger is told of a partnership that takes registrations."""

    slug: str
    name: str
    contact_email: str
    contact_phone: str
    own_sentence: str
    sectors: tuple[SectorRow, ...]


def registrations(viewer: Viewer, *, state: RegistrationState | None = None, page: str | int = 1) -> Page[RegistrationRow]:
    """A page of the partnership's registrations, for its officers and scrutineers: the waiting first, the oldest of them on top."""
    if not viewer.has(Role.OFFICER, Role.SCRUTINEER):
        raise Absent
    partnership_id = viewer.partnership
    found = Registration.objects.filter(partnership=partnership_id)
    if state is not None:
        found = found.filter(state=state)
    total = found.count()
    number = page_number(page, total)
    waiting = Registration.objects.filter(pk=OuterRef("pk"), state=RegistrationState.WAITING)
    shown = list(found.select_related("sector").annotate(waits=Exists(waiting)).order_by("-waits", "asked_at", "pk")[window(number)])
    return Page(rows=_rows(partnership_id, shown), number=number, total=total)


def registrations_waiting(viewer: Viewer) -> int:
    """How many registrations wait for the partnership's officers."""
    return Registration.objects.filter(partnership=officers_partnership(viewer), state=RegistrationState.WAITING).count()


def registration(viewer: Viewer, registration_id: int) -> RegistrationRow:
    """One registration of the partnership, for its officers."""
    partnership_id = officers_partnership(viewer)
    found = Registration.objects.filter(partnership=partnership_id, pk=registration_id).select_related("sector").first()
    if found is None:
        raise Absent
    return _rows(partnership_id, [found])[0]


def open_for_registration(slug: str) -> OpenForRegistration:
    """The partnership of that slug, where it takes registrations: open to all, without a viewer."""
    found = Partnership.objects.filter(slug=slug, takes_registrations=True).first()
    if found is None:
        raise Absent
    return OpenForRegistration(
        slug=found.slug,
        name=found.name,
        contact_email=found.contact_email,
        contact_phone=found.contact_phone,
        own_sentence=found.own_sentence,
        sectors=tuple(sector_rows(found.sectors.all())),
    )


def taking_registrations() -> list[tuple[str, str]]:
    """Slug and name of every partnership that takes registrations, by name: open to all, without a viewer."""
    found = Partnership.objects.filter(takes_registrations=True, sectors__isnull=False).distinct()
    return sorted(found.values_list("slug", "name"), key=lambda one: one[1].casefold())


def _rows(partnership_id: int, shown: Sequence[Registration]) -> list[RegistrationRow]:
    names = {same_name(one.organisation_name) for one in shown}
    taking_part = Partnership.objects.filter(pk=partnership_id, participations__same_name__in=names)
    known = dict(taking_part.values_list("participations__same_name", "participations__slug"))
    return [
        RegistrationRow(
            registration_id=one.pk,
            state=RegistrationState(one.state),
            organisation_name=one.organisation_name,
            sector=one.sector.label,
            duty=DUTY_BASIS_WORDS[DutyBasis(one.duty_basis)],
            lead_name=one.lead_name,
            lead_email=one.lead_email,
            about=one.about,
            asked_at=one.asked_at,
            decided_at=one.decided_at,
            reason=one.reason,
            takes_part_as=known.get(same_name(one.organisation_name), ""),
            fit=tuple((f["question"], f["answer"], f["answer"] == f["fits"]) for f in one.fit),
        )
        for one in shown
    ]
