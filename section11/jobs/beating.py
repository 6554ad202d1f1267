"""How a worker says that it lives, so that the tasks of a killed one can be told from those of a busy one."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from section11.jobs.models import WorkerBeat
from section11.lib import clock

logger = logging.getLogger(__name__)
EVERY_SECONDS = 10.0


def beat(worker_id: str) -> None:
    """Say once that this worker lives."""
    at = clock.now()
    WorkerBeat.objects.update_or_create(worker_id=worker_id, defaults={"beat_at": at}, create_defaults={"beat_at": at, "started_at": at})


@contextmanager
def beating(worker_id: str, every: float = EVERY_SECONDS) -> Iterator[None]:
    """Beat in a thread of its own for as long as the block runs; a missed beat is no reason to stop."""
    beat(worker_id)
    stop = threading.Event()

    def go_on() -> None:
        while not stop.wait(every):
            try:
                beat(worker_id)
            except DatabaseError:
                logger.warning("worker %s could not say that it lives; trying again", worker_id, exc_info=True)
                connection.close()
        connection.close()

    thread = threading.Thread(target=go_on, name="beat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=5)
        WorkerBeat.objects.filter(worker_id=worker_id).delete()
