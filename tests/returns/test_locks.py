"""Every operation takes its rows in one order, so that no two people ever wait for each other.

The order: answers and narratives, the return, its invitation, the organisation's stream, the partnership's stream.
"""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.returns import AT, Opened
from tests.returns.around import return_in
from tests.returns.operations.test_move_return import ACTS, LEGAL
from tests.returns.test_writing import WRITES, ready

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)
ORDER = ["returns_answer", "returns_narrative", "returns_return", "cycles_invitation", "activity_stream"]
CHANGE = re.compile(r'^(?:UPDATE|DELETE FROM) "(\w+)"')
LOCK = re.compile(r'FROM "(\w+)".* FOR (?:NO KEY )?UPDATE')


def taken(act: Callable[[Opened], object], opened: Opened) -> list[str]:
    """The tables of the lock order whose rows an operation took, each once, in the order in which it took them."""
    with CaptureQueriesContext(connection) as captured:
        act(opened)
    found = [match.group(1) for query in captured.captured_queries if (match := CHANGE.search(query["sql"]) or LOCK.search(query["sql"]))]
    return list(dict.fromkeys(table for table in found if table in ORDER))


@pytest.mark.parametrize("write", WRITES)
def test_a_save_takes_its_rows_in_order(write: str) -> None:
    order = taken(WRITES[write], ready())
    assert order == sorted(order, key=ORDER.index)
    assert order[-2:] == ["cycles_invitation", "activity_stream"] or order[-1:] == ["cycles_invitation"]


@pytest.mark.parametrize(("state", "act"), [(state, act) for state, acts in LEGAL.items() if state != "open" for act in acts])
def test_a_move_takes_its_rows_in_order(state: str, act: str) -> None:
    order = taken(ACTS[act], return_in(state))
    if connection.vendor == "sqlite" and act == "give_up_amendment":  # its locks are no statements there
        order = [table for table in order if table not in ("returns_answer", "returns_narrative")]
    assert order == sorted(order, key=ORDER.index)
    assert {"returns_return", "cycles_invitation", "activity_stream"} <= set(order)
