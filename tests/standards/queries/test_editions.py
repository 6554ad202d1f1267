import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.standards.queries.editions import edition_for, editions_for
from tests.factories.directory import make_participation, make_partnership, make_person, make_viewer
from tests.factories.standards import make_edition
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_a_viewer_chooses_among_the_librarys_and_their_own(assert_queries: AssertQueries) -> None:
    own, neighbours = make_partnership(), make_partnership()
    make_edition()
    make_edition(own, tool="own-tool")
    make_edition(neighbours, tool="neighbours-tool")
    with assert_queries(20):
        viewer = make_viewer(Role.OFFICER, of=own)

    with assert_queries(1):
        heads = editions_for(viewer)

    assert [(head.reference, head.is_library) for head in heads] == [("own-tool/2026.1", False), ("small-tool/2026.1", True)]
    assert [(head.standards, head.statements, head.light_statements) for head in heads] == [(2, 4, 2)] * 2


def test_an_organisation_reads_the_editions_of_the_partnerships_it_takes_part_in() -> None:
    partnership = make_partnership()
    make_edition(partnership, tool="own-tool")
    participation = make_participation(partnership)
    lead = make_viewer(Role.RETURN_LEAD, of=participation.organisation, person=make_person())
    assert edition_for(lead, "own-tool", "2026.1").title == "Small standards"

    stranger = make_viewer(Role.RETURN_LEAD)
    with pytest.raises(Absent):
        edition_for(stranger, "own-tool", "2026.1")


def test_foreign_and_absent_look_the_same() -> None:
    make_edition(make_partnership(), tool="neighbours-tool")
    officer = make_viewer(Role.OFFICER)
    for tool in ("neighbours-tool", "no-tool"):
        with pytest.raises(Absent):
            edition_for(officer, tool, "2026.1")


def test_a_partnerships_own_edition_comes_before_the_librarys_of_that_name() -> None:
    partnership = make_partnership()
    make_edition(partnership, title="Own standards")
    make_edition()
    assert edition_for(make_viewer(of=partnership), "small-tool", "2026.1").title == "Own standards"
