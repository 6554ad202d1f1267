"""Background work and the tasks behind it."""

import itertools
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from section11.jobs.models import Job
from section11.lib.refs import ref

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
_number = itertools.count(1)


def make_job(partnership_id: int = 1, **fields: Any) -> Job:
    """A job of that partnership that waits to start."""
    given = {
        "kind": "test",
        "scope": ref("partnership", partnership_id),
        "title": f"Job {next(_number)}",
        "asked_at": LONG_AGO,
        "asked_by": "person:someone",
        **fields,
    }
    return Job.objects.create(**given)


def make_running_task(job: Job | None = None, *, workers: tuple[str, ...] = ("gone",)) -> DBTaskResult:
    """A task that the last of these workers took up and has not ended."""
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=LONG_AGO,
        args_kwargs={"args": [], "kwargs": {"job": str(job.public_id)} if job else {}},
        task_path="tests.jobs.tasks.count_to",
        worker_ids=list(workers),
        backend_name="default",
        run_after=timezone.now(),
    )
