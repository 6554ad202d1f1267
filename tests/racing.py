"""Several people at the same moment: real threads, each with a database connection of its own. No sleeps."""

import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pytest
from django.db import connections

PATIENCE = 60  # seconds after which a race that hangs is a failure
T = TypeVar("T")


def race(acts: Sequence[Callable[[], T]]) -> list[T | Exception]:
    """Do all of these at once; what each gave or raised, in their order."""
    start = threading.Barrier(len(acts), timeout=PATIENCE)
    ends: list[T | Exception] = [TimeoutError("never came to an end") for _ in acts]

    def run(place: int, act: Callable[[], T]) -> None:
        try:
            start.wait()
            ends[place] = act()
        except Exception as problem:
            ends[place] = problem
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place, act), daemon=True) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return ends


def meet_after(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, parties: int) -> None:
    """Hold everybody right after their first call of `module.name`, until all of them have made it.

    So every writer of a race has read before any of them writes: the worst there is, every time.
    """
    original = getattr(module, name)
    barrier = threading.Barrier(parties, timeout=PATIENCE)
    met = threading.local()

    def held(*args: Any, **kwargs: Any) -> Any:
        given = original(*args, **kwargs)
        if not getattr(met, "already", False):
            met.already = True
            barrier.wait()
        return given

    monkeypatch.setattr(module, name, held)


def failures(ends: Sequence[object], *expected: type[Exception]) -> list[Exception]:
    """What went wrong that should not have."""
    return [end for end in ends if isinstance(end, Exception) and not isinstance(end, expected)]
