"""A file that came with an answer to a challenge, for the partnership that was answered."""

from django.http import FileResponse

from section11.challenge.queries.given_files import given_file
from section11.web.request import PageRequest


def challenge_evidence(request: PageRequest, partnership: str, cycle: str, challenge: int, item_id: int) -> FileResponse:
    """Always a download, never shown inside our pages."""
    name, content_type, data = given_file(request.viewer, cycle, challenge, item_id)
    return FileResponse(data, as_attachment=True, filename=name, content_type=content_type)
