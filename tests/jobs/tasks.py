"""Tasks for tests of the machinery."""

from typing import Any

from django_tasks import task

from section11.jobs.running import running_job, viewer_of
from section11.lib.errors import Absent, Refused


@task()
def count_to(*, job: str, viewer: dict[str, Any], number: int = 3, fail: str = "") -> None:
    """Counts, and fails in the way asked for when half done."""
    with running_job(job) as progress:
        for one in range(number):
            progress(one + 1, number)
            if fail and one == number // 2:
                raise {"refused": Refused({"sheet": "Row 3: no such sector"}), "absent": Absent(), "bug": ValueError("secret")}[fail]
        progress.say(f"{viewer_of(viewer).name} counted to {number}")
