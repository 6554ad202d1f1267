"""A file that shows an action is done, for the partnership that follows it."""

from django.http import FileResponse

from section11.plans.queries.shown_file import shown_file
from section11.web.request import PageRequest


def action_evidence(request: PageRequest, partnership: str, action_id: int, item_id: int) -> FileResponse:
    """Always a download, never shown inside our pages."""
    name, content_type, data = shown_file(request.viewer, action_id, item_id)
    return FileResponse(data, as_attachment=True, filename=name, content_type=content_type)
