"""The units of the viewer's organisation."""

from dataclasses import dataclass

from section11.directory.models import Membership, Unit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A unit of one's own organisation, and whether the viewer leads it."""

    unit_id: int
    slug: str
    name: str
    led: bool


def units(viewer: Viewer) -> list[OwnUnit]:
    """The units of the viewer's organisation, the whole one first."""
    if viewer.organisation_id is None:
        raise Absent
    leading = Membership.objects.filter(person=viewer.person_id, role=Role.RETURN_LEAD, ended_at__isnull=True)
    led = set(leading.filter(unit__organisation=viewer.organisation_id).values_list("unit", flat=True))
    found = Unit.objects.filter(organisation=viewer.organisation_id).order_by("slug")
    return [OwnUnit(unit_id=one.pk, slug=one.slug, name=str(one), led=one.pk in led) for one in found]
