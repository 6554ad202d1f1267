"""Start long work in the background."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django_tasks.base import Task

from section11.jobs.models import Job
from section11.jobs.running import as_argument
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def start_job(
    viewer: Viewer, task: Task[Any, None], *, title: str, at: datetime, leads_to: str = "", **arguments: str | int | bool | None
) -> uuid.UUID:
    """Start long work of a partnership in the background, and say under what number its progress is shown.

    Whoever may do the work itself may start it: the task calls an operation as this `viewer`, who is checked there.
    The task is called with `job`, `viewer` (see `jobs.running`) and the other arguments. `leads_to` is
    the address of the page to go on with when it has ended. Job and task are kept in one transaction: never one
    without the other.
    """
    if viewer.partnership_id is None or not viewer.roles:
        raise Absent
    with transaction.atomic():
        job = Job.objects.create(
            kind=task.name[:40],
            scope=ref("partnership", viewer.partnership_id),
            title=title,
            leads_to=leads_to,
            asked_at=at,
            asked_by=viewer.person_ref,
        )
        task.enqueue(job=str(job.public_id), viewer=as_argument(viewer), **arguments)
    return job.public_id
