"""Who answers for units, for the officer who looks at exactly who gets what."""

from collections.abc import Collection

from section11.cycles.models import Invitation
from section11.directory.queries.answering import Answerers, answerers
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def recipients(viewer: Viewer, unit_ids: Collection[int]) -> dict[int, Answerers]:
    """The leads and signatories of units that the viewer's partnership invited; for its officers. Two SQL statements."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    invited = Invitation.objects.filter(cycle__partnership=viewer.partnership_id, unit__in=unit_ids)
    return answerers(set(invited.values_list("unit_id", flat=True)))
