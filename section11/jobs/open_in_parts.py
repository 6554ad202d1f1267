"""Making many returns without keeping everybody else from saving."""

import time
from collections.abc import Callable

from section11.lib import clock
from section11.lib.viewer import Viewer
from section11.returns.operations.open_returns import open_returns

PART = 100  # returns a transaction: about a second's work
PAUSE = 0.2  # seconds in between: whoever waits for SQLite's lock looks again every tenth of a second


def open_in_parts(viewer: Viewer, cycle_id: int, *, stop: Callable[[], bool] = lambda: False) -> int:
    """Make the returns that are not there yet, some at a time. Gives how many it made."""
    total = 0
    while not stop():
        made = open_returns(viewer, cycle_id, at=clock.now(), most=PART)
        total += made
        if made < PART:
            break
        time.sleep(PAUSE)
    return total
