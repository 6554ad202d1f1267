"""Open an uploaded piece of evidence."""

from django.http import FileResponse

from section11.evidence.queries import evidence_file as open_evidence
from section11.web.request import PageRequest


def evidence_file(request: PageRequest, organisation: str, item_id: int) -> FileResponse:
    """Always a download, never shown inside our pages."""
    name, content_type, data = open_evidence(request.viewer, item_id)
    return FileResponse(data, as_attachment=True, filename=name, content_type=content_type)
