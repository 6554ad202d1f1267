"""What the scheduler does, and how often."""

from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django_tasks_db.models import DBTaskResult

from section11.challenge.operations.drop_old_packs import drop_old_packs
from section11.challenge.operations.note_support_needed import note_support_needed
from section11.challenge.operations.raise_follow_ups import raise_follow_ups
from section11.cycles.queries.followed import followed_cycles
from section11.directory.vocabulary import Role
from section11.jobs.open_in_parts import open_in_parts
from section11.jobs.operations.reap_lost_tasks import reap_lost_tasks
from section11.jobs.scheduler import Chore
from section11.lib.viewer import system_viewer
from section11.notices.kinds.ladder import ladder_at
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.operations.mark_lost_emails import mark_lost_emails
from section11.notices.operations.send_due_emails import send_due_emails
from section11.returns.operations.drop_expired_held_posts import drop_expired_held_posts
from section11.returns.queries.without_returns import cycles_without_returns

KEEP_TASKS = timedelta(days=30)
Stop = Callable[[], bool]


def tell(at: datetime, stop: Stop) -> None:
    """Make the emails that are due, and send them."""
    make_due_emails(at=at)
    send_due_emails(at=at, stop=stop)


def climb_ladders(at: datetime, stop: Stop) -> None:
    """Make the emails of the chasing ladders' rungs that have come."""
    make_due_emails(at=at, kinds=(ladder_at(at),))


def follow_up(at: datetime, stop: Stop) -> None:
    """Note the support that organisations need, and bring to the strategic leads what is for them."""
    for cycle_id, partnership_id in followed_cycles(system_viewer("scheduler"), at=at):
        if stop():
            return
        viewer = system_viewer("scheduler", partnership_id=partnership_id, roles=frozenset({Role.OFFICER}))
        note_support_needed(viewer, cycle_id, at=at)
        raise_follow_ups(viewer, cycle_id, at=at)


def open_missing_returns(at: datetime, stop: Stop) -> None:
    """Make the returns of who was invited by something that stopped before it made them."""
    for cycle_id, partnership_id in cycles_without_returns(system_viewer("scheduler")):
        if stop():
            return
        viewer = system_viewer("scheduler", partnership_id=partnership_id, roles=frozenset({Role.OFFICER}))
        open_in_parts(viewer, cycle_id, stop=stop)


def find_lost_emails(at: datetime, stop: Stop) -> None:
    """Say of emails whose sender died that nobody knows whether they went."""
    mark_lost_emails(at=at)


def reap(at: datetime, stop: Stop) -> None:
    """Give the tasks of killed workers to others."""
    reap_lost_tasks(at=at)


def drop_held_posts(at: datetime, stop: Stop) -> None:
    """Drop what people typed after their session had ended, and never came back for."""
    drop_expired_held_posts(system_viewer("scheduler"), at=at)


def drop_sessions(at: datetime, stop: Stop) -> None:
    """Drop the sessions that have expired."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def drop_old_tasks(at: datetime, stop: Stop) -> None:
    """Drop what the task queue remembers of tasks that ended more than a month ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEEP_TASKS).delete()


def drop_packs(at: datetime, stop: Stop) -> None:
    """Drop the packs of panels that nobody needs any more."""
    drop_old_packs(system_viewer("scheduler"), at=at)


CHORES = (
    Chore("make and send emails", timedelta(seconds=2), tell),
    Chore("climb the chasing ladders", timedelta(minutes=1), climb_ladders),
    Chore("note support and follow up", timedelta(minutes=5), follow_up),
    Chore("open missing returns", timedelta(minutes=1), open_missing_returns),
    Chore("find lost emails", timedelta(minutes=1), find_lost_emails),
    Chore("reap lost tasks", timedelta(seconds=30), reap),
    Chore("drop expired held posts", timedelta(minutes=1), drop_held_posts),
    Chore("drop expired sessions", timedelta(hours=1), drop_sessions),
    Chore("drop old tasks", timedelta(days=1), drop_old_tasks),
    Chore("drop old packs", timedelta(days=1), drop_packs),
)
