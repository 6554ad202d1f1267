"""Let go of a held text."""

from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import HeldPost


def release_held_post(viewer: Viewer, held_id: int) -> None:
    """Drop a held text that has been saved or is no longer wanted; only the person who typed it may."""
    deleted, _ = HeldPost.objects.filter(pk=held_id, person=viewer.person_id).delete()
    if not deleted:
        raise Absent
