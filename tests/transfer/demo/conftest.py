"""The whole demo, loaded once for a module and gone after it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from section11.cli.management.commands.demo import send_nothing
from section11.lib.viewer import system_viewer
from section11.transfer.demo.load_demo import load_demo

LOADED_AT = datetime(2026, 11, 3, 10, 20, tzinfo=UTC)  # the audit opened before the clocks went back


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """What was loaded, in order. Each test is rolled back to this, inside the one transaction of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield list(load_demo(system_viewer("demo"), at=LOADED_AT, after_day=send_nothing))
        transaction.set_rollback(True)
