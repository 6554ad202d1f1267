import os
import signal
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command

from section11.cli.management.commands import scheduler
from section11.jobs.scheduler import Chore


@pytest.mark.django_db
def test_once_does_every_chore_once(monkeypatch):
    done = []
    monkeypatch.setattr(scheduler, "CHORES", (Chore("one", timedelta(seconds=2), lambda at, stop: done.append(at)),))
    call_command("scheduler", once=True)
    assert len(done) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stops_cleanly_when_told(monkeypatch, number):
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    asked = []

    def chore(at, stop):
        os.kill(os.getpid(), number)
        asked.append(threading.Event().wait(0.01) or stop())

    monkeypatch.setattr(scheduler, "CHORES", (Chore("stops", timedelta(seconds=2), chore),))
    try:
        call_command("scheduler")
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    assert asked == [True]
