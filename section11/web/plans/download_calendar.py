"""A lead's open actions and returns as a calendar file."""

from django.conf import settings
from django.http import HttpResponse

from section11.lib import clock
from section11.plans.queries.dated_actions import dated_actions
from section11.reports.content.plan_calendar import plan_calendar
from section11.reports.writers import calendar_file
from section11.returns.queries.head import return_heads
from section11.returns.vocabulary import ReturnState
from section11.web.reports.download import download
from section11.web.request import PageRequest


def download_calendar(request: PageRequest, organisation: str) -> HttpResponse:
    """Open to return leads: what they lead in this organisation and is still to do."""
    viewer = request.viewer
    returns = [head for head in return_heads(viewer) if head.is_lead and head.is_taken and head.state != ReturnState.SUBMITTED]
    days = plan_calendar(dated_actions(viewer), returns, at=clock.now())
    made = calendar_file.calendar_of(f"Due dates of {viewer.place}", days, site=settings.PUBLIC_URL)
    return download(made, name=f"due dates {organisation}", ending="ics", content_type=calendar_file.CONTENT_TYPE)
