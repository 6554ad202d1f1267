"""The worker, run for real on a queue in the database."""

import signal
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django_tasks import TaskResultStatus, task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from section11.jobs.models import Job, WorkerBeat
from section11.jobs.operations.reap_lost_tasks import reap_lost_tasks
from section11.jobs.operations.start_job import start_job
from section11.jobs.vocabulary import JobState
from section11.lib import clock
from tests.factories.directory import make_viewer
from tests.jobs.tasks import count_to

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _queue_in_the_database() -> Iterator[None]:
    """The product's own queue; the tests' queue and the signals as they were afterwards."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    usual = task_backends["default"]
    task_backends["default"] = DatabaseBackend("default", {})
    yield
    task_backends["default"] = usual
    for number, handler in before.items():
        signal.signal(number, handler)


def start(**arguments: object) -> Job:
    """A job that waits in the queue."""
    return Job.objects.get(public_id=start_job(make_viewer(), count_to, title="Counting", at=clock.now(), **arguments))


def test_does_what_waits_and_leaves_no_beat_behind():
    job = start(number=5)
    assert job.state == JobState.WAITING
    call_command("worker", batch=True, verbosity=0)
    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.DONE, 5)
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
    assert not WorkerBeat.objects.exists()


def test_begins_again_what_a_killed_worker_left():
    job = start(number=5)
    DBTaskResult.objects.get().claim("killed")
    Job.objects.update(state=JobState.RUNNING, done=2)
    call_command("worker", batch=True, verbosity=0)
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    assert reap_lost_tasks(at=clock.now()) == 1
    call_command("worker", batch=True, verbosity=0)
    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.DONE, 5)


def test_a_bug_is_kept_with_the_task_and_said_on_the_job():
    job = start(fail="bug")
    call_command("worker", batch=True, verbosity=0)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    task = DBTaskResult.objects.get()
    assert task.status == TaskResultStatus.FAILED
    assert "secret" in task.traceback
