"""Who may sit on a panel, by name: for the pages on which an officer chooses them."""

from section11.challenge.models import PanelMember
from section11.challenge.queries.own_panel import may_sit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def who_may_sit(viewer: Viewer, panel_id: int | None = None) -> dict[int, str]:
    """Officers, reviewers and the scrutineer now, and whoever sits on this panel already; for the partnership's officers."""
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    found = may_sit(viewer.partnership_id)
    if panel_id is not None:
        sitting = PanelMember.objects.filter(panel=panel_id, panel__cycle__partnership=viewer.partnership_id)
        found = dict(sitting.order_by("person__name").values_list("person_id", "person__name")) | found
    return found
