"""Inviting everybody on a checked sheet, in the background."""

from typing import Any

from django_tasks import task

from section11.jobs.open_in_parts import open_in_parts
from section11.jobs.running import running_job, viewer_of
from section11.lib import clock
from section11.lib.words import plural
from section11.transfer.operations.apply_invitation_sheet import apply_invitation_sheet


@task()
def apply_sheet(*, job: str, viewer: dict[str, Any], upload: int, cycle: int) -> None:
    """Invite every row, all or none, and make their returns if the cycle is open. Bears being done twice."""
    with running_job(job) as progress:
        invited = apply_invitation_sheet(viewer_of(viewer), upload, at=clock.now())
        open_in_parts(viewer_of(viewer), cycle)
        progress.say(f"{plural(invited, 'invitation')} made.")
