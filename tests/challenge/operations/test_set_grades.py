import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import GradeLevel
from section11.challenge.operations.grade_standard import grade_standard
from section11.challenge.operations.set_grades import set_grades
from section11.challenge.rules.judging import GRADES_FROZEN
from section11.challenge.vocabulary import STARTER_GRADES
from section11.cycles.models import Cycle
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.directory import make_viewer
from tests.factories.judging import make_grade, switch_grading_on
from tests.factories.returns import AT, Opened, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db


def version(opened: Opened) -> int:
    return Cycle.objects.get(pk=opened.cycle.pk).version


def test_a_cycle_is_not_graded_until_an_officer_switches_it_on_and_may_be_switched_off_again() -> None:
    opened, reference = submitted_return()
    with pytest.raises(Refused, match="not graded"):
        grade_standard(opened.officer, reference, "1", "good", "Because.", version=0, at=AT)
    switch_grading_on(opened)
    assert list(GradeLevel.objects.filter(cycle=opened.cycle).values_list("key", "label")) == list(STARTER_GRADES)
    event = ActivityEvent.objects.filter(stream__ref=opened.partnership_stream).latest("number")
    assert (event.verb, event.details["grades"]) == ("set-grades", [key for key, _ in STARTER_GRADES])
    set_grades(opened.officer, opened.cycle.slug, [], version=version(opened), at=AT)
    assert not GradeLevel.objects.filter(cycle=opened.cycle).exists()


def test_a_scale_of_ones_own_replaces_the_starter() -> None:
    opened, _ = submitted_return()
    switch_grading_on(opened)
    set_grades(opened.officer, opened.cycle.slug, ["Assured", " Not  yet "], version=version(opened), at=AT)
    assert list(GradeLevel.objects.values_list("order", "key", "label")) == [(0, "assured", "Assured"), (1, "not-yet", "Not yet")]


def test_a_scale_on_which_a_grade_was_given_is_frozen() -> None:
    opened, reference = submitted_return()
    make_grade(opened, reference)
    for labels in ([], ["Assured", "Not yet"]):
        with pytest.raises(Refused, match=GRADES_FROZEN):
            set_grades(opened.officer, opened.cycle.slug, labels, version=version(opened), at=AT)
    assert GradeLevel.objects.count() == len(STARTER_GRADES)


def test_faults_are_told_at_their_rows_and_the_slower_of_two_is_told() -> None:
    opened, _ = submitted_return()
    with pytest.raises(Refused) as told:
        set_grades(opened.officer, opened.cycle.slug, ["Good", "good"], version=version(opened), at=AT)
    assert list(told.value.problems) == ["label-1"]
    switch_grading_on(opened)
    with pytest.raises(Conflict):
        set_grades(opened.officer, opened.cycle.slug, ["Good", "Bad"], version=version(opened) - 1, at=AT)


def test_only_officers_of_the_partnership_may() -> None:
    opened, _ = submitted_return()
    for viewer in (partnership_viewer(opened, Role.REVIEWER), partnership_viewer(opened, Role.SCRUTINEER), make_viewer(Role.OFFICER)):
        with pytest.raises(Absent):
            set_grades(viewer, opened.cycle.slug, ["Good", "Bad"], version=version(opened), at=AT)
