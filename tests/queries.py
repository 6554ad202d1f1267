"""Counting what is sent to the database."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from django.db import connection
from django.test.utils import CaptureQueriesContext

COUNTED = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")


@dataclass(slots=True)
class Queries:
    """The statements sent within the block, without savepoints and the like."""

    statements: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.statements)


AssertQueries = Callable[[int], AbstractContextManager[Queries]]


@contextmanager
def assert_queries_below(most: int) -> Iterator[Queries]:
    """Fail when more than `most` statements are sent in the block, and show them all."""
    seen = Queries()
    with CaptureQueriesContext(connection) as captured:
        yield seen
    seen.statements += [query["sql"] for query in captured.captured_queries if query["sql"].lstrip("( ").upper().startswith(COUNTED)]
    if seen.count > most:
        listed = "\n".join(f"{number:3} {sql[:400]}" for number, sql in enumerate(seen.statements, 1))
        raise AssertionError(f"{seen.count} statements where at most {most} were expected:\n{listed}")
