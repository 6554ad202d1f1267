"""A partnership as its own people see it."""

from dataclasses import dataclass

from section11.directory.models import Partnership
from section11.directory.vocabulary import PartnershipKind
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PartnershipView:
    """A partnership's name, contact details and choices."""

    slug: str
    name: str
    kind: PartnershipKind
    contact_email: str
    contact_phone: str
    takes_files: bool
    takes_registrations: bool
    own_sentence: str
    controller_contact: str
    lawful_basis: str
    retention_sentence: str
    version: int


def partnership(viewer: Viewer) -> PartnershipView:
    """The partnership the viewer stands in."""
    found = Partnership.objects.filter(pk=viewer.partnership_id or 0).first()
    if found is None:
        raise Absent
    return PartnershipView(
        slug=found.slug,
        name=found.name,
        kind=PartnershipKind(found.kind),
        contact_email=found.contact_email,
        contact_phone=found.contact_phone,
        takes_files=found.takes_files,
        takes_registrations=found.takes_registrations,
        own_sentence=found.own_sentence,
        controller_contact=found.controller_contact,
        lawful_basis=found.lawful_basis,
        retention_sentence=found.retention_sentence,
        version=found.version,
    )
