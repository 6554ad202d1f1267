"""Places whose people a viewer may manage. For operations of this app."""

from section11.directory.models import Membership, Partnership, Unit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def acts_as_officer(viewer: Viewer) -> bool:
    """Whether the viewer stands in a partnership as one of its officers."""
    return viewer.partnership_id is not None and viewer.has(Role.OFFICER)


def officers_partnership(viewer: Viewer) -> int:
    """The partnership the viewer is an officer of, here and now; absent for everybody else."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    return viewer.partnership_id


def manageable_unit(viewer: Viewer, unit_id: int) -> Unit:
    """The unit, locked, if the viewer leads it or is an officer of a partnership in which its organisation takes part."""
    units = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("organisation").filter(pk=unit_id)
    if acts_as_officer(viewer):
        units = units.filter(organisation__participations__partnership=viewer.partnership_id)
    elif viewer.organisation_id is not None and viewer.has(Role.RETURN_LEAD):
        leads = Membership.objects.filter(person=viewer.person_id, role=Role.RETURN_LEAD, unit=unit_id, ended_at__isnull=True)
        units = units.filter(organisation=viewer.organisation_id, pk__in=leads.values("unit"))
    else:
        raise Absent
    unit = units.first()
    if unit is None:
        raise Absent
    return unit


def manageable_membership(viewer: Viewer, membership_id: int) -> Membership:
    """A membership that has not ended, in a unit or partnership whose people the viewer manages; the place is locked first."""
    running = Membership.objects.filter(pk=membership_id, ended_at__isnull=True)
    place = running.values_list("unit_id", "partnership_id").first()
    if place is None:
        raise Absent
    unit_id, partnership_id = place
    if unit_id is not None:
        manageable_unit(viewer, unit_id)
    elif acts_as_officer(viewer) and partnership_id == viewer.partnership_id:
        Partnership.objects.select_for_update(no_key=True).get(pk=partnership_id)
    else:
        raise Absent
    membership = running.select_related("person", "unit").first()
    if membership is None:
        raise Absent
    return membership
