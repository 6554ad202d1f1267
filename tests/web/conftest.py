"""Every test of a page holds one thing more: a safe method never writes, bar where the access table records the view."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection
from django.urls import Resolver404, resolve

from section11.web.access import ACCESS

SAFE = {"GET", "HEAD", "OPTIONS"}
WRITES = ("INSERT", "UPDATE", "DELETE")
SESSIONS = "django_session"  # shown messages leave the session


@pytest.fixture(autouse=True)
def _safe_methods_never_write() -> Iterator[None]:
    """Watch what the requests of the test client send to the database, and fail afterwards when one should not have."""
    under_way: list[str] = []
    written: list[str] = []

    def begin(environ: dict[str, Any], **_: object) -> None:
        if environ["REQUEST_METHOD"] in SAFE and not records_view(environ["PATH_INFO"]):
            under_way.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")

    def end(**_: object) -> None:
        under_way.clear()

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if under_way and sql.lstrip().upper().startswith(WRITES) and SESSIONS not in sql:
            written.append(f"{under_way[-1]} sent {sql[:200]}")
        return execute(sql, params, many, context)

    request_started.connect(begin)
    request_finished.connect(end)
    with connection.execute_wrapper(watch):
        yield
    request_started.disconnect(begin)
    request_finished.disconnect(end)
    assert written == []


def records_view(path: str) -> bool:
    """Whether the access table says that looking at this address is itself recorded."""
    try:
        name = resolve(path).view_name
    except Resolver404:
        return False
    return name in ACCESS and ACCESS[name].records_view
