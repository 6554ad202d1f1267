"""A file that a submission cites, for the partnership that reads it."""

from django.http import FileResponse

from section11.returns.queries.submitted_file import submitted_file
from section11.web.request import PageRequest


def submission_evidence(request: PageRequest, partnership: str, reference: str, item_id: int) -> FileResponse:
    """Always a download, never shown inside our pages."""
    name, content_type, data = submitted_file(request.viewer, reference, item_id)
    return FileResponse(data, as_attachment=True, filename=name, content_type=content_type)
