import pytest

from section11.challenge.models import StandardGrade
from section11.challenge.operations.grade_standard import grade_standard
from section11.lib.errors import Absent, Conflict, Refused
from tests.challenge.operations.around import nobody_else_may
from tests.factories.challenge import make_reviewer
from tests.factories.judging import switch_grading_on, verbs
from tests.factories.returns import AT, Opened, submitted_return

pytestmark = pytest.mark.django_db
WHY = "They show what changed."


@pytest.fixture
def graded(db: None) -> tuple[Opened, str]:
    opened, reference = submitted_return()
    switch_grading_on(opened)
    return opened, reference


def test_a_standard_gets_its_grade_with_reasons_and_the_organisation_is_not_told(graded: tuple[Opened, str]) -> None:
    opened, reference = graded
    before = verbs(opened.organisation_stream)
    assert grade_standard(make_reviewer(opened.cycle, "1"), reference, "1", "good", f" {WHY} ", version=0, at=AT) == 1
    row = StandardGrade.objects.get()
    assert (row.grade.key, row.reasons, row.submission.reference, row.version) == ("good", WHY, reference, 1)
    assert verbs(opened.partnership_stream)[-1] == "graded-standard"
    assert verbs(opened.organisation_stream) == before


def test_a_grade_can_be_given_anew_by_who_saw_it_and_the_slower_of_two_sees_both(graded: tuple[Opened, str]) -> None:
    opened, reference = graded
    grade_standard(opened.officer, reference, "1", "good", WHY, version=0, at=AT)
    assert grade_standard(opened.officer, reference, "1", "good", WHY, version=0, at=AT) == 1
    assert grade_standard(opened.officer, reference, "1", "outstanding", WHY, version=1, at=AT) == 2
    with pytest.raises(Conflict) as told:
        grade_standard(make_reviewer(opened.cycle), reference, "1", "inadequate", "Nothing changed.", version=1, at=AT)
    assert told.value.mine == {"grade": "Inadequate", "reasons": "Nothing changed."}
    assert told.value.theirs == {"grade": "Outstanding", "reasons": WHY}
    assert (told.value.version, told.value.by) == (2, opened.officer.name)


def test_reasons_are_asked_for_and_the_grade_must_be_of_the_scale(graded: tuple[Opened, str]) -> None:
    opened, reference = graded
    with pytest.raises(Refused) as told:
        grade_standard(opened.officer, reference, "1", "superb", " ", version=0, at=AT)
    assert sorted(told.value.problems) == ["grade", "reasons"]
    with pytest.raises(Absent):
        grade_standard(opened.officer, reference, "9", "good", WHY, version=0, at=AT)


def test_nobody_else_grades(graded: tuple[Opened, str]) -> None:
    opened, reference = graded
    nobody_else_may(opened, lambda viewer: grade_standard(viewer, reference, "1", "good", WHY, version=0, at=AT))
