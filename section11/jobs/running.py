"""What a background task wraps its work in: progress that people can follow, an end that is always said, and who asked."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from section11.jobs.models import Job
from section11.jobs.vocabulary import ENDED, JobState
from section11.lib import clock
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer

logger = logging.getLogger(__name__)
WENT_WRONG = "Something went wrong on our side. Nothing was half done. Please try again, or tell whoever looks after this service."
NOT_THERE = "What this was about is no longer there, or you may no longer change it."


class Progress:
    """Tells how far the work of one job has come. Call it between pieces of work, outside transactions."""

    def __init__(self, job: str) -> None:
        self.job = job
        self.message = ""

    def __call__(self, done: int, total: int) -> None:
        """`done` pieces of `total` are ready."""
        Job.objects.filter(public_id=self.job).update(done=done, total=total, beat_at=clock.now())

    def say(self, message: str) -> None:
        """What people read when the work has ended well."""
        self.message = message


@contextmanager
def running_job(job: str) -> Iterator[Progress]:
    """Mark the job as under way, and in the end as finished or stopped.

    A refusal stops it with the words of the refusal. Any other error stops it with an apology and goes on up, so that
    the task counts as failed and the log has the whole story. A task that was begun before by a killed worker starts
    over: what it does must bear being done twice.
    """
    jobs = Job.objects.filter(public_id=job)
    jobs.update(state=JobState.RUNNING, beat_at=clock.now(), message="")
    progress = Progress(job)
    try:
        yield progress
    except Refused as refused:
        jobs.update(state=JobState.FAILED, message="\n".join(refused.problems.values()), beat_at=clock.now())
    except Absent:
        jobs.update(state=JobState.FAILED, message=NOT_THERE, beat_at=clock.now())
    except BaseException:
        logger.exception("job %s failed", job)
        jobs.update(state=JobState.FAILED, message=WENT_WRONG, beat_at=clock.now())
        raise
    else:
        jobs.exclude(state__in=ENDED).update(state=JobState.DONE, message=progress.message, beat_at=clock.now())


def as_argument(viewer: Viewer) -> dict[str, Any]:
    """The viewer as a task's argument: plain values only."""
    return {**asdict(viewer), "roles": sorted(viewer.roles)}


def viewer_of(argument: Mapping[str, Any]) -> Viewer:
    """The person who started the job, as they were then."""
    return Viewer(**{**argument, "roles": frozenset(argument["roles"])})
