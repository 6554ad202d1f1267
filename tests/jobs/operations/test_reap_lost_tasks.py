from datetime import timedelta

import pytest
from django_tasks import TaskResultStatus

from section11.jobs.models import SILENT_AFTER, WorkerBeat
from section11.jobs.operations.reap_lost_tasks import reap_lost_tasks
from section11.jobs.vocabulary import JobState
from tests.factories.jobs import make_job, make_running_task

pytestmark = pytest.mark.django_db


def test_a_task_whose_worker_fell_silent_waits_again(at):
    job = make_job(state=JobState.RUNNING, done=3)
    task = make_running_task(job, workers=("one",))
    WorkerBeat.objects.create(worker_id="one", started_at=at, beat_at=at - SILENT_AFTER - timedelta(seconds=1))
    assert reap_lost_tasks(at=at) == 1
    task.refresh_from_db()
    job.refresh_from_db()
    assert (task.status, task.started_at, job.state) == (TaskResultStatus.READY, None, JobState.WAITING)
    assert not WorkerBeat.objects.exists()


def test_a_task_whose_worker_lives_is_left_alone(at):
    task = make_running_task(workers=("gone", "one"))
    WorkerBeat.objects.create(worker_id="one", started_at=at, beat_at=at - SILENT_AFTER)
    assert reap_lost_tasks(at=at) == 0
    task.refresh_from_db()
    assert task.status == TaskResultStatus.RUNNING


def test_a_task_lost_three_times_fails_where_people_see_it(at):
    job = make_job(state=JobState.RUNNING)
    task = make_running_task(job, workers=("one", "two", "three"))
    assert reap_lost_tasks(at=at) == 1
    task.refresh_from_db()
    job.refresh_from_db()
    assert (task.status, job.state) == (TaskResultStatus.FAILED, JobState.FAILED)
    assert "three times" in job.message


def test_a_job_that_has_ended_keeps_its_end(at):
    job = make_job(state=JobState.DONE, message="All in")
    make_running_task(job)
    reap_lost_tasks(at=at)
    job.refresh_from_db()
    assert (job.state, job.message) == (JobState.DONE, "All in")


def test_a_task_without_a_job_is_reaped_too(at):
    make_running_task()
    assert reap_lost_tasks(at=at) == 1
