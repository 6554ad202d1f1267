"""Give the tasks of killed workers to others."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from section11.jobs.models import SILENT_AFTER, Job, WorkerBeat
from section11.jobs.vocabulary import ENDED, JobState

MOST_TRIES = 3
LOST = "This stopped three times before it was finished. Please try again, or tell whoever looks after this service."


def reap_lost_tasks(*, at: datetime) -> int:
    """Put the tasks that a killed worker left running back in the queue; the scheduler does, every half minute.

    A worker that has been silent for 45 seconds counts as killed. Every task bears being done twice, so it is simply
    begun again; one that was lost three times is marked as failed, and so is its job, where people see it. Answers how
    many tasks were lost.
    """
    WorkerBeat.objects.filter(beat_at__lt=at - SILENT_AFTER).delete()
    living = set(WorkerBeat.objects.values_list("worker_id", flat=True))
    lost = [task for task in DBTaskResult.objects.running() if not living.intersection(task.worker_ids[-1:])]
    return sum(_reap(task, at) for task in lost)


def _reap(task: DBTaskResult[Any, Any], at: datetime) -> bool:
    once_more = len(task.worker_ids) < MOST_TRIES
    still = DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at)
    job = Job.objects.filter(public_id=task.args_kwargs["kwargs"].get("job")).exclude(state__in=ENDED)
    with transaction.atomic():
        if once_more:
            reaped = still.update(status=TaskResultStatus.READY, started_at=None)
            told = {"state": JobState.WAITING, "done": 0}
        else:
            reaped = still.update(status=TaskResultStatus.FAILED, finished_at=at, traceback="The worker was killed three times.")
            told = {"state": JobState.FAILED, "message": LOST}
        if reaped:
            job.update(beat_at=at, **told)
    return bool(reaped)
