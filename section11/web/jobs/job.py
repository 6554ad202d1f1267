"""How far a piece of background work has come."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from section11.jobs.queries import job_state
from section11.web.request import PageRequest

REFRESH_SECONDS = 4


def job(request: PageRequest, partnership: str, job: uuid.UUID) -> HttpResponse:
    """For everybody with a role in the partnership. Asks for itself again by itself, until `?still=1` tells it not to."""
    progress = job_state(request.viewer, job)
    still = request.GET.get("still") == "1"
    response = render(request, "jobs/job.html", {"job": progress, "still": still})
    if not progress.has_ended and not still:
        response["Refresh"] = str(REFRESH_SECONDS)
    return response
