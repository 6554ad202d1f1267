"""What the scheduler does, and how often."""

from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django_tasks_db.models import DBTaskResult

from section11.jobs.operations.reap_lost_tasks import reap_lost_tasks
from section11.jobs.scheduler import Chore

KEEP_TASKS = timedelta(days=30)
Stop = Callable[[], bool]


def reap(at: datetime, stop: Stop) -> None:
    """Give the tasks of killed workers to others."""
    reap_lost_tasks(at=at)


def drop_sessions(at: datetime, stop: Stop) -> None:
    """Drop the sessions that have expired."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def drop_old_tasks(at: datetime, stop: Stop) -> None:
    """Drop what the task queue remembers of tasks that ended more than a month ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEEP_TASKS).delete()


CHORES = (
    Chore("reap lost tasks", timedelta(seconds=30), reap),
    Chore("drop expired sessions", timedelta(hours=1), drop_sessions),
    Chore("drop old tasks", timedelta(days=1), drop_old_tasks),
)
