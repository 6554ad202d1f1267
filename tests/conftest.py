"""Fixtures that every test may ask for. Browser fixtures are in tests/browser.py, makers of rows in tests/factories/."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connections

from tests.postgres import throwaway_postgres
from tests.queries import AssertQueries, assert_queries_below

pytest_plugins = ["tests.browser", "tests.summary"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Start the throw-away PostgreSQL just before the test database is made, where that is what we test on."""
    if connections["default"].vendor != "postgresql":
        yield
        return
    with throwaway_postgres() as folder:
        connections["default"].settings_dict["HOST"] = str(folder)
        django_settings.DATABASES["default"]["HOST"] = str(folder)
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Rate limits of one test must not refuse the next."""
    cache.clear()


@pytest.fixture
def at() -> datetime:
    """The fixed instant at which things happen in tests: 10:00 on Monday 5 October 2026 in London."""
    return datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def assert_queries(db: None) -> AssertQueries:
    """`with assert_queries(10) as seen:` fails when more than 10 SELECT, INSERT, UPDATE or DELETE are sent.

    Session and person count too. `seen.count` is how many there were, to compare two sizes.
    """
    return assert_queries_below
