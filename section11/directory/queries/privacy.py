"""What partnerships say of privacy: who answers for the data, why it may be used, how long it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from section11.directory.models import Membership, Partnership
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PrivacyWords:
    """What one partnership says. Each text may be empty: it has not said."""

    slug: str
    name: str
    contact_email: str
    contact_phone: str
    controller_contact: str
    lawful_basis: str
    retention_sentence: str


FIELDS = ("slug", "name", "contact_email", "contact_phone", "controller_contact", "lawful_basis", "retention_sentence")


def privacy_of_own(viewer: Viewer) -> list[PrivacyWords]:
    """What is said by every partnership in which the viewer, or an organisation that they answer for, has a place; by name."""
    running = Membership.objects.filter(person=viewer.person_id, ended_at__isnull=True)
    mine = Q(pk__in=running.values("partnership")) | Q(participations__organisation__in=running.values("unit__organisation"))
    return _said(Partnership.objects.filter(mine).distinct().values_list(*FIELDS))


def privacy_of(slug: str) -> PrivacyWords:
    """What the partnership of that slug says, where it takes registrations and so is known to all: without a viewer."""
    found = _said(Partnership.objects.filter(slug=slug, takes_registrations=True).values_list(*FIELDS))
    if not found:
        raise Absent
    return found[0]


def _said(rows: Iterable[tuple[str, ...]]) -> list[PrivacyWords]:
    return sorted((PrivacyWords(*row) for row in rows), key=lambda one: one.name.casefold())
