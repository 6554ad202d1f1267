"""Making the returns that a cycle's invitations ask for, in the background."""

from typing import Any

from django_tasks import task

from section11.jobs.running import running_job, viewer_of
from section11.lib import clock
from section11.lib.words import plural
from section11.returns.operations.open_returns import open_returns


@task()
def make_returns(*, job: str, viewer: dict[str, Any], cycle: int) -> None:
    """Make the returns that are not there yet. Bears being done twice."""
    with running_job(job) as progress:
        made = open_returns(viewer_of(viewer), cycle, at=clock.now())
        progress.say(f"{plural(made, 'return')} made ready.")
