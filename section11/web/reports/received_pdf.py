"""A submission that a partnership received, as an accessible PDF."""

from django.http import HttpResponse

from section11.challenge.queries.agreed_levels import agreed_levels
from section11.lib import clock
from section11.reports.content.copy_of_return import copy_of_submission
from section11.returns.queries.submission_view import submission
from section11.web.reports.download import return_as_pdf
from section11.web.request import PageRequest


def received_pdf(request: PageRequest, partnership: str, reference: str) -> HttpResponse:
    """For those who read submissions; self-rating and agreed level side by side."""
    view = submission(request.viewer, reference)
    agreed = agreed_levels(request.viewer, view.head.invitation_number)
    return return_as_pdf(copy_of_submission(view, at=clock.now(), agreed=agreed))
