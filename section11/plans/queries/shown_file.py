"""The file behind a piece of evidence that shows an action is done."""

from django.core.files.base import File

from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import ActionEvidence
from section11.plans.queries.following import followed_actions


def shown_file(viewer: Viewer, action_id: int, item_id: int) -> tuple[str, str, File[bytes]]:
    """Name, content type and open file of a piece that an action followed by the viewer's partnership shows; else `Absent`."""
    cited = ActionEvidence.objects.filter(action__in=followed_actions(viewer), action_id=action_id, item_id=item_id)
    row = cited.select_related("item").exclude(item__file="").first()
    if row is None:
        raise Absent
    return row.item.file_name, row.item.content_type, row.item.file.open("rb")
