"""One of the organisation's own submissions, as an Excel workbook."""

from django.http import HttpResponse

from section11.challenge.queries.agreed_levels import agreed_levels
from section11.lib import clock
from section11.lib.errors import Absent
from section11.reports.content.copy_of_return import copy_of_submission
from section11.returns.queries.submission_view import submission
from section11.web.reports.download import return_as_xlsx
from section11.web.request import PageRequest


def submission_xlsx(request: PageRequest, organisation: str, return_id: int, reference: str) -> HttpResponse:
    """For everybody with a role in the unit: exactly what the partnership received, and the levels agreed after challenge."""
    view = submission(request.viewer, reference)
    if view.head.return_id != return_id:
        raise Absent
    return return_as_xlsx(copy_of_submission(view, at=clock.now(), agreed=agreed_levels(request.viewer, view.head.invitation_number)))
