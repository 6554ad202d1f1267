from datetime import date

import pytest

from section11.cycles.queries.cycles_to_compare import cycles_to_compare
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.mappings import make_mapping, other_edition
from tests.factories.standards import make_edition
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
JANUARY, MARCH = date(2024, 1, 5), date(2024, 3, 5)


def test_the_earlier_ones_stand_by_when_they_were_the_newest_first(assert_queries: AssertQueries) -> None:
    here = make_partnership()
    edition = make_edition()
    made = {
        slug: make_cycle(here, edition=edition, slug=slug, opens=opens, due=due, state=CycleState.CLOSED)
        for slug, opens, due in (
            ("march", MARCH, None),
            ("undated", None, None),
            ("by-due-date", None, JANUARY),
            ("now", date(2026, 1, 1), None),
        )
    }
    make_cycle(here, edition=edition, slug="later", opens=date(2027, 1, 1))
    make_draft(here, edition=edition, slug="draft", opens=JANUARY)
    make_cycle(make_partnership(), edition=edition, slug="elsewhere", opens=JANUARY)
    officer = make_viewer(of=here)
    with assert_queries(1):
        cycle, earlier = cycles_to_compare(officer, "now")
    assert (cycle.id, cycle.edition_tool) == (made["now"].pk, "small-tool")
    assert [one.cycle.slug for one in earlier] == ["march", "by-due-date", "undated"]


def test_of_two_that_opened_on_one_day_the_one_made_first_is_earlier() -> None:
    here, edition = make_partnership(), make_edition()
    for slug in ("first", "second"):
        make_cycle(here, edition=edition, slug=slug)
    assert [one.cycle.slug for one in cycles_to_compare(make_viewer(of=here), "second")[1]] == ["first"]
    assert cycles_to_compare(make_viewer(of=here), "first")[1] == ()


def test_one_tool_or_a_mapping_joins_them() -> None:
    here = make_partnership()
    small, other = make_edition(), other_edition()
    make_cycle(here, edition=small, slug="small", opens=JANUARY)
    make_cycle(here, edition=other, slug="other", opens=MARCH)
    make_cycle(here, edition=make_edition(edition="2027.1"), slug="now")
    officer = make_viewer(of=here)
    assert [(one.cycle.slug, one.is_joined) for one in cycles_to_compare(officer, "now")[1]] == [("other", False), ("small", True)]
    make_mapping()
    assert [(one.cycle.slug, one.is_joined) for one in cycles_to_compare(officer, "other")[1]] == [("small", True)]


def test_drafts_and_other_partnerships_cycles_are_absent() -> None:
    here = make_partnership()
    make_draft(here, slug="draft")
    make_cycle(slug="elsewhere", edition=make_edition())
    for role in PARTNERSHIP_ROLES:
        for slug in ("draft", "elsewhere", "none"):
            with pytest.raises(Absent):
                cycles_to_compare(make_viewer(role, of=here), slug)
    with pytest.raises(Absent):
        cycles_to_compare(make_viewer(Role.RETURN_LEAD), "draft")
