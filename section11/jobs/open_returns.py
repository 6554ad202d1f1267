"""Making the returns that a cycle's invitations ask for, in the background."""

from typing import Any

from django_tasks import task

from section11.jobs.open_in_parts import open_in_parts
from section11.jobs.running import running_job, viewer_of
from section11.lib.words import plural


@task()
def make_returns(*, job: str, viewer: dict[str, Any], cycle: int) -> None:
    """Make the returns that are not there yet. Bears being done twice."""
    with running_job(job) as progress:
        made = open_in_parts(viewer_of(viewer), cycle)
        progress.say(f"{plural(made, 'return')} made ready.")
