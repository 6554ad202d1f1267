"""Drop packs that nobody needs any more."""

from datetime import datetime, timedelta

from section11.challenge.models import PanelPack
from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer

KEPT = timedelta(days=30)


def drop_old_packs(viewer: Viewer, *, at: datetime) -> int:
    """Drop the packs of panels that were made more than 30 days ago, and their files: the product itself does, once a day.

    Each can be made again. Gives how many were dropped.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    old = list(PanelPack.objects.filter(made_at__lt=at - KEPT))
    for one in old:
        one.file.delete(save=False)
        one.delete()
    return len(old)
