import pytest

from section11.challenge.models import GoodPractice
from section11.challenge.operations.unmark_good_practice import unmark_good_practice
from section11.lib.errors import Absent, Conflict
from tests.challenge.operations.around import nobody_else_may
from tests.factories.judging import make_practice, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_what_was_marked_in_error_is_taken_out_once() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    with pytest.raises(Conflict):
        unmark_good_practice(opened.officer, row.pk, version=7, at=AT)
    unmark_good_practice(opened.officer, row.pk, version=1, at=AT)
    assert not GoodPractice.objects.exists()
    assert verbs(opened.partnership_stream)[-1] == "unmarked-good-practice"
    with pytest.raises(Absent):
        unmark_good_practice(opened.officer, row.pk, version=1, at=AT)


def test_nobody_else_takes_it_out() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    nobody_else_may(opened, lambda viewer: unmark_good_practice(viewer, row.pk, version=1, at=AT))
