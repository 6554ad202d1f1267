"""The action that an officer is about to decide on."""

from section11.challenge.queries.conflicts import refuse_conflicted
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.queries.following import shares_of


def check_decides(viewer: Viewer, action_id: int) -> None:
    """`Absent` unless an officer's partnership follows the action; refuses those who belong to its organisation."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    share = shares_of(viewer).filter(action_id=action_id).order_by("-pk").first()
    if share is None:
        raise Absent
    refuse_conflicted(viewer, share.invitation_id)
