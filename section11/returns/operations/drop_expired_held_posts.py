"""Drop held texts that nobody came back for."""

from datetime import datetime

from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer
from section11.returns.models import HeldPost
from section11.returns.rules.holding import oldest_shown


def drop_expired_held_posts(viewer: Viewer, *, at: datetime) -> int:
    """Drop the held texts older than 24 hours; only the product itself does (scheduler). Gives how many there were."""
    if not isinstance(viewer, SystemViewer):
        raise Absent
    deleted, _ = HeldPost.objects.filter(held_at__lte=oldest_shown(at)).delete()
    return deleted
