from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.choose_forms import choose_forms
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_viewer
from tests.factories.standards import make_edition, tiny_standards

pytestmark = pytest.mark.django_db


def change(viewer: Viewer, cycle: Cycle, at: datetime, **typed: Any) -> None:
    choose_forms(viewer, cycle.slug, **{"default_form": "light", "version": 1, "at": at, **typed})


def test_full_or_light(at: datetime) -> None:
    cycle = make_draft()
    change(make_viewer(of=cycle.partnership), cycle, at)
    cycle.refresh_from_db()
    assert cycle.default_form == "light"


def test_tiny_where_the_standards_have_it(at: datetime) -> None:
    without, having = make_draft(), make_draft(edition=make_edition(tool="with-tiny", standards=tiny_standards("1.1")))
    change(make_viewer(of=having.partnership), having, at, default_form="tiny")
    with pytest.raises(Refused, match="no tiny form"):
        change(make_viewer(of=without.partnership), without, at, default_form="tiny")


@pytest.mark.parametrize("form", ["review", "", "short"])
def test_not_review_which_is_for_those_who_answered_before(form: str, at: datetime) -> None:
    cycle = make_draft()
    with pytest.raises(Refused) as refused:
        change(make_viewer(of=cycle.partnership), cycle, at, default_form=form)
    assert list(refused.value.problems) == ["default_form"]


def test_the_second_of_two_colleagues_is_told(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    change(officer, cycle, at)
    with pytest.raises(Conflict) as conflict:
        change(officer, cycle, at)
    assert conflict.value.version == 2
    assert ActivityEvent.objects.filter(verb="cycle-form-chosen").count() == 1


def test_once_open_it_is_frozen(at: datetime) -> None:
    cycle = make_cycle()
    with pytest.raises(Refused):
        change(make_viewer(of=cycle.partnership), cycle, at)


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_draft()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            change(viewer, cycle, at)
    cycle.refresh_from_db()
    assert cycle.version == 1
