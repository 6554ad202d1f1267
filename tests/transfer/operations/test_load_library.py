from datetime import datetime

import pytest

from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.standards.models import Edition
from section11.transfer.edition_file.read_file import library_files
from section11.transfer.operations.load_library import load_library
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def test_every_edition_of_the_library_is_published_once(at: datetime) -> None:
    published = load_library(system_viewer("test"), at=at)
    assert len(published) == len(list(library_files())) >= 2
    assert {"section-11/2026.1", "eight-standards/2026.1"} <= set(published)
    assert load_library(system_viewer("test"), at=at) == []
    assert Edition.objects.filter(partnership=None).count() == len(published)


def test_nobody_but_the_product_loads_it(at: datetime) -> None:
    with pytest.raises(Absent):
        load_library(make_viewer(), at=at)
