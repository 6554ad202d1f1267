"""Who may enter what at a panel: its members and the officers, never about their own organisation."""

from section11.challenge.models import Panel
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def refuse_unless_sitting(viewer: Viewer, panel: Panel) -> None:
    """`Absent` for all but officers and those reviewers who are members of this panel. The scrutineer reads."""
    if viewer.has(Role.OFFICER):
        return
    if not (viewer.has(Role.REVIEWER) and panel.members.filter(person=viewer.person_id).exists()):
        raise Absent
