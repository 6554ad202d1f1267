"""The harness itself: what every other test relies on."""

import os
import threading

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection

from section11.directory.models import Person
from tests.factories.directory import make_membership, make_participation, make_person, make_unit, make_viewer
from tests.queries import AssertQueries


def test_tests_have_a_data_folder_of_their_own() -> None:
    assert "section11-test-" in str(settings.DATA)


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for() -> None:
    assert connection.vendor == os.environ.get("SECTION11_TEST_DATABASE", "sqlite")
    assert connection.settings_dict["NAME"].rpartition("/")[2].startswith("test")


@pytest.mark.django_db(transaction=True)
def test_what_one_thread_commits_another_reads() -> None:
    make_person("Seen by others")
    seen: list[int] = []

    def look() -> None:
        seen.append(Person.objects.count())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [1]


@pytest.mark.django_db
def test_makers_hang_together() -> None:
    participation = make_participation()
    assert participation.sector.partnership == participation.partnership
    assert make_unit().organisation.units.count() == 2
    assert make_membership().role in make_viewer().roles


@pytest.mark.django_db
def test_statements_are_counted_and_shown(assert_queries: AssertQueries) -> None:
    with assert_queries(2) as seen:
        make_person()
        Person.objects.count()
    assert seen.count == 2
    with pytest.raises(AssertionError, match="1 statements where at most 0"), assert_queries(0):
        Person.objects.count()


def test_a_test_leaves_something_in_the_cache() -> None:
    cache.set("left", "behind")


def test_the_next_test_finds_the_cache_empty() -> None:
    assert cache.get("left") is None
