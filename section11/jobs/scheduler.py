"""The small loop that does what is due: emails every two seconds, housekeeping every minute, hour or day."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import close_old_connections

from section11.lib import clock

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Chore:
    """A piece of work that is done again and again. `run` is given the moment and a way to ask whether to stop."""

    name: str
    every: timedelta
    run: Callable[[datetime, Callable[[], bool]], object]


@dataclass(slots=True)
class Scheduler:
    """Does each chore when its time has come by the wall clock. One that fails is logged and does not hold up the rest."""

    chores: Sequence[Chore]
    stop: threading.Event = field(default_factory=threading.Event)
    _last: dict[str, datetime] = field(default_factory=dict)

    def run(self) -> None:
        """Go on until told to stop; the chore under way is finished first, or stops where it can."""
        while not self.stop.is_set():
            self.tick(clock.now())
            self.stop.wait(PAUSE_SECONDS)

    def tick(self, at: datetime) -> None:
        """Do all that is due at this moment."""
        close_old_connections()
        for chore in self.chores:
            if self.stop.is_set():
                return
            if self._is_due(chore, at):
                self._last[chore.name] = at
                self._do(chore, at)

    def _is_due(self, chore: Chore, at: datetime) -> bool:
        """Never done, long enough ago, or done "in the future" because the clock was put back."""
        last = self._last.get(chore.name)
        return last is None or at >= last + chore.every or at < last

    def _do(self, chore: Chore, at: datetime) -> None:
        try:
            chore.run(at, self.stop.is_set)
        except Exception:
            logger.exception("chore %r failed; it is tried again when it is next due", chore.name)
            close_old_connections()
