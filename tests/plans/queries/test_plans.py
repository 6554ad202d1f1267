from datetime import date

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.plans.queries import action, actions_of_unit
from section11.standards.models import Statement
from tests.factories.directory import make_organisation, make_viewer, whole_unit
from tests.factories.plans import TRAINING, make_action
from tests.factories.standards import make_edition
from tests.people import let_in, strangers_to
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_the_plan_is_by_due_date_and_what_has_none_comes_last() -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    for what, due in (("Never", None), ("Late", date(2027, 9, 1)), ("Soon", date(2026, 11, 1)), ("Later", date(2027, 9, 1))):
        make_action(lead, unit.pk, what=what, due=due)
    assert [a.text.what for a in actions_of_unit(lead, unit.pk)] == ["Soon", "Late", "Later", "Never"]


def test_it_may_be_narrowed_to_what_raised_it() -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    make_action(lead, unit.pk, origin="return:1")
    other = make_action(lead, unit.pk, origin="return:11")
    assert [a.action_id for a in actions_of_unit(lead, unit.pk, origin="return:11")] == [other.pk]


def test_one_action_says_which_statement_it_improves() -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    statement = Statement.objects.get(standard__edition=make_edition(), ref="1.2")
    one, other = make_action(lead, unit.pk, statement_id=statement.pk), make_action(lead, unit.pk, due=None)
    assert (action(lead, one.pk).statement_ref, action(lead, one.pk).text, action(lead, one.pk).is_complete) == ("1.2", TRAINING, True)
    assert (action(lead, other.pk).statement_ref, action(lead, other.pk).is_complete) == ("", False)


def test_everybody_of_the_unit_reads_it_and_nobody_else() -> None:
    unit = whole_unit(make_organisation())
    people = {role.value: make_viewer(role, of=unit) for role in (Role.RETURN_LEAD, Role.SIGNATORY, Role.CONTRIBUTOR)}
    own = set(people)
    made = make_action(people["return-lead"], unit.pk)
    people |= strangers_to(unit)
    assert let_in(people, lambda who: action(who, made.pk)) == own
    assert let_in(people, lambda who: actions_of_unit(who, unit.pk)) == set(people) - {"officer", "nobody"}
    people.pop("officer")
    people.pop("nobody")
    assert {name for name, who in people.items() if actions_of_unit(who, unit.pk)} == own


def test_what_is_not_there_is_absent() -> None:
    with pytest.raises(Absent):
        action(make_viewer(Role.RETURN_LEAD), 4711)


def test_one_statement_whatever_the_number(assert_queries: AssertQueries) -> None:
    unit = whole_unit(make_organisation())
    lead = make_viewer(Role.RETURN_LEAD, of=unit)
    for _ in range(12):
        make_action(lead, unit.pk)
    with assert_queries(1):
        assert len(actions_of_unit(lead, unit.pk)) == 12
