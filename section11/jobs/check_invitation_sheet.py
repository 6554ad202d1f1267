"""Checking an uploaded invitation sheet, in the background."""

from typing import Any

from django_tasks import task

from section11.jobs.running import running_job, viewer_of
from section11.lib import clock
from section11.lib.words import plural
from section11.transfer.operations.check_invitation_sheet import check_invitation_sheet


@task()
def check_sheet(*, job: str, viewer: dict[str, Any], upload: int) -> None:
    """Check every row, and say whether the sheet is right. Bears being done twice."""
    with running_job(job) as progress:
        wrong = check_invitation_sheet(viewer_of(viewer), upload, at=clock.now(), progress=progress)
        progress.say(f"{plural(wrong, 'thing')} to put right in the file." if wrong else "Every row is right. Nobody has been invited yet.")
