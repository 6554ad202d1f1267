import pytest

from section11.lib.errors import Absent
from section11.standards.queries.library import library_edition, library_editions
from tests.factories.directory import make_partnership
from tests.factories.standards import FIT, make_edition, tiny_standards
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_it_lists_the_librarys_alone_newest_first(assert_queries: AssertQueries) -> None:
    make_edition()
    make_edition(edition="2027.1", follows=["Working Together 2023"], standards=tiny_standards("1.1"), fit=FIT)
    make_edition(make_partnership(), tool="their-own")
    with assert_queries(1):
        found = library_editions()
    assert [(one.tool, one.edition, one.tiny) for one in found] == [("small-tool", "2027.1", 1), ("small-tool", "2026.1", 0)]
    assert (found[1].standards, found[1].statements, found[1].light) == (2, 4, 2)
    assert found[0].follows == ("Working Together 2023",)


def test_one_is_read_whole(assert_queries: AssertQueries) -> None:
    make_edition()
    with assert_queries(2):
        found = library_edition("small-tool", "2026.1")
    assert found.content.title == "Small standards"
    with assert_queries(1):
        assert library_edition("small-tool", "2026.1").content is found.content


@pytest.mark.parametrize(("tool", "edition"), [("small-tool", "2030.1"), ("their-own", "2026.1"), ("nothing", "2026.1")])
def test_a_partnerships_own_and_what_is_not_there_look_the_same(tool: str, edition: str) -> None:
    make_edition()
    make_edition(make_partnership(), tool="their-own")
    with pytest.raises(Absent):
        library_edition(tool, edition)


def test_local_statements_are_no_edition_of_the_library() -> None:
    main = make_edition()
    main.supplements_of.create(
        tool="local", edition="1", title="Local", partnership=None, content_hash="x", document={}, published_at=main.published_at
    )
    assert [one.tool for one in library_editions()] == ["small-tool"]
    with pytest.raises(Absent):
        library_edition("local", "1")
