from datetime import datetime

import pytest

from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.standards.models import Edition
from section11.standards.queries.mappings import mapped_statements
from section11.transfer.edition_file.read_file import library_files
from section11.transfer.mapping_file.read_file import mapping_files
from section11.transfer.operations.load_library import load_library
from tests.factories.directory import make_viewer
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_every_edition_of_the_library_is_published_once(at: datetime) -> None:
    published = load_library(system_viewer("test"), at=at)
    assert len(published) == len(list(library_files())) + len(list(mapping_files())) >= 3
    assert {"section-11/2026.1", "eight-standards/2026.1"} <= set(published)
    assert load_library(system_viewer("test"), at=at) == []
    assert Edition.objects.filter(partnership=None).count() == len(list(library_files()))


def test_a_mapping_is_published_after_the_editions_that_it_joins(at: datetime) -> None:
    published = load_library(system_viewer("test"), at=at)
    assert "section-11/2026.1 to eight-standards/2026.1" in published[len(list(library_files())) :]
    modern, eight = (Edition.objects.get(tool=tool, edition="2026.1") for tool in ("section-11", "eight-standards"))
    pairs = {(pair.from_ref, pair.to_ref) for pair in mapped_statements(modern.pk, eight.pk)}
    assert {("8.3", "5.3"), ("11.4", "7.5"), ("11.5", "7.5"), ("1.1", "1.1"), ("1.1", "3.1")} <= pairs


def test_a_second_load_asks_what_is_here_and_locks_nothing(at: datetime, assert_queries: AssertQueries) -> None:
    load_library(system_viewer("test"), at=at)
    with assert_queries(2):
        assert load_library(system_viewer("test"), at=at) == []


def test_nobody_but_the_product_loads_it(at: datetime) -> None:
    with pytest.raises(Absent):
        load_library(make_viewer(), at=at)
