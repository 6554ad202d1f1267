import pytest

from section11.challenge.models import GoodPractice
from section11.challenge.operations.mark_good_practice import mark_good_practice
from section11.challenge.vocabulary import GoodPracticeState
from section11.lib.errors import Absent, Refused
from tests.challenge.operations.around import nobody_else_may
from tests.factories.challenge import make_reviewer
from tests.factories.judging import verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db
TEXT = "A child chairs the panel."


def test_what_is_worth_sharing_is_known_to_the_partnership_only() -> None:
    opened, reference = submitted_return()
    before = verbs(opened.organisation_stream)
    made = mark_good_practice(make_reviewer(opened.cycle, "1"), reference, "1", TEXT, statement_ref="1.1", at=AT)
    row = GoodPractice.objects.get(pk=made)
    assert row.statement is not None
    assert (row.state, row.standard.ref, row.statement.ref, row.text) == (GoodPracticeState.MARKED, "1", "1.1", TEXT)
    assert verbs(opened.partnership_stream)[-1] == "marked-good-practice"
    assert verbs(opened.organisation_stream) == before


def test_a_button_pressed_twice_marks_once() -> None:
    opened, reference = submitted_return()
    assert mark_good_practice(opened.officer, reference, "1", TEXT, at=AT) == mark_good_practice(
        opened.officer, reference, "1", TEXT, at=AT
    )
    assert GoodPractice.objects.count() == 1


def test_it_needs_words_and_something_that_was_asked() -> None:
    opened, reference = submitted_return()
    with pytest.raises(Refused, match="Say what is good practice"):
        mark_good_practice(opened.officer, reference, "1", "  ", at=AT)
    for standard, statement in (("9", ""), ("1", "2.1")):
        with pytest.raises(Absent):
            mark_good_practice(opened.officer, reference, standard, TEXT, statement_ref=statement, at=AT)


def test_nobody_else_marks() -> None:
    opened, reference = submitted_return()
    nobody_else_may(opened, lambda viewer: mark_good_practice(viewer, reference, "1", TEXT, at=AT))
