"""Send the emails that are due."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, QuerySet

from section11.lib import clock
from section11.lib.viewer import system_viewer
from section11.notices.came_back import keep_that_it_came_back
from section11.notices.delivery import Fate, Outcome, deliver
from section11.notices.models import Email
from section11.notices.vocabulary import EmailState

logger = logging.getLogger(__name__)
BATCH = 50
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240))  # after "not now"; then it has failed


def send_due_emails(*, at: datetime, stop: Callable[[], bool] = lambda: False, now: Callable[[], datetime] = clock.now) -> int:
    """Send every email that is due, each claimed before it is sent; the scheduler does, every two seconds.

    A claimed email is never sent by anybody else. If this process dies between claim and answer, nobody can know
    whether it went: `mark_lost_emails` says so later, and only an officer sends it again. An address that the mail server
    refuses for good is marked as one that emails come back from. Answers how many were sent.
    """
    sent = 0
    connection = get_connection()
    try:
        while not stop() and (waiting := list(_due(at).values_list("pk", flat=True)[:BATCH])):
            if not _open(connection):
                break
            for key in waiting:
                if stop():
                    break
                sent += _send(connection, key, now)
    finally:
        connection.close()
    return sent


def _due(at: datetime) -> QuerySet[Email]:
    return Email.objects.filter(state=EmailState.DUE, due_at__lte=at).order_by("due_at", "pk")


def _open(connection: BaseEmailBackend) -> bool:
    """Whether the mail server can be reached. If not, nothing is claimed and everything waits for the next round."""
    try:
        connection.open()
    except Exception:
        logger.exception("the mail server cannot be reached; emails wait")
        return False
    return True


def _send(connection: BaseEmailBackend, key: int, now: Callable[[], datetime]) -> bool:
    claimed_at = now()
    if not Email.objects.filter(pk=key, state=EmailState.DUE).update(
        state=EmailState.CLAIMED, claimed_at=claimed_at, attempts=F("attempts") + 1
    ):
        return False  # another sender was first
    email = Email.objects.get(pk=key)
    outcome = deliver(connection, email)
    _keep(email, claimed_at, outcome, now())
    if outcome.fate is Fate.UNKNOWN:
        connection.close()
        _open(connection)
    return outcome.fate is Fate.SENT


def _keep(email: Email, claimed_at: datetime, outcome: Outcome, at: datetime) -> None:
    """Write down what became of it, unless somebody has claimed it anew since."""
    mine = Email.objects.filter(pk=email.pk, claimed_at=claimed_at, state__in=(EmailState.CLAIMED, EmailState.UNKNOWN))
    if outcome.fate is Fate.SENT:
        mine.update(state=EmailState.SENT, sent_at=at, problem="")
    elif outcome.fate is Fate.LATER and email.attempts <= len(WAITS):
        mine.update(state=EmailState.DUE, due_at=at + WAITS[email.attempts - 1], problem=outcome.problem)
    elif outcome.fate is Fate.UNKNOWN:
        mine.update(state=EmailState.UNKNOWN, problem=outcome.problem)
    elif outcome.fate is Fate.NO_SUCH_ADDRESS:
        with transaction.atomic():
            if mine.update(problem=outcome.problem):
                keep_that_it_came_back(system_viewer("notices"), email, outcome.problem, at=at)
    else:
        mine.update(state=EmailState.FAILED, problem=outcome.problem)
