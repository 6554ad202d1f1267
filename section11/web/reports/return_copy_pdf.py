"""A return as it stands, as an accessible PDF."""

from django.http import HttpResponse

from section11.lib import clock
from section11.reports.content.copy_of_return import copy_of_draft
from section11.returns.queries.brought_in import draft_to_read
from section11.returns.queries.head import return_head
from section11.web.reports.download import return_as_pdf
from section11.web.request import PageRequest


def return_copy_pdf(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """For everybody with a role in the unit, before, at and after the deadline."""
    head = return_head(request.viewer, return_id)
    return return_as_pdf(copy_of_draft(draft_to_read(request.viewer, head), at=clock.now()))
