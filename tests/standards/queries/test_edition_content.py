from functools import partial

import pytest

from section11.standards.models import Edition
from section11.standards.queries import edition_content as module
from section11.standards.queries.edition_content import MOST_KEPT, edition_content, edition_contents
from tests.factories.standards import make_edition
from tests.queries import AssertQueries
from tests.racing import failures, race


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_kept", {})


def key(edition: Edition) -> tuple[int, str]:
    return edition.pk, edition.content_hash


@pytest.mark.django_db
def test_an_edition_is_read_once_and_several_in_one_statement(assert_queries: AssertQueries) -> None:
    one, other = make_edition(), make_edition(tool="other-tool", title="Other")
    with assert_queries(1):
        assert [content.title for content in edition_contents(key(one), key(other), key(one))] == [
            "Small standards",
            "Other",
            "Small standards",
        ]
    with assert_queries(0):
        assert edition_content(*key(other)).reference == "other-tool/2026.1"


@pytest.mark.django_db
def test_no_more_than_so_many_are_kept_and_the_eldest_goes_first(monkeypatch: pytest.MonkeyPatch, assert_queries: AssertQueries) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    editions = [key(make_edition(tool=f"tool-{n}")) for n in range(3)]
    for one in editions:
        edition_content(*one)
    with assert_queries(0):
        edition_contents(*editions[1:])
    with assert_queries(1):
        edition_content(*editions[0])
    assert MOST_KEPT > 2


@pytest.mark.django_db
def test_a_number_used_again_never_shows_the_edition_that_had_it_before() -> None:
    edition = make_edition()
    edition_content(*key(edition))
    with pytest.raises(KeyError):
        edition_content(edition.pk, "0" * 64)


@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_each_get_what_they_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    editions = {f"tool-{n}/2026.1": key(make_edition(tool=f"tool-{n}")) for n in range(5)}

    def read_all() -> None:
        for _ in range(6):
            for reference, one in editions.items():
                assert edition_content(*one).reference == reference

    assert failures(race([partial(read_all) for _ in range(6)])) == []
