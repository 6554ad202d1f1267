import pytest

from section11.challenge.models import GoodPractice
from section11.challenge.operations.change_good_practice import change_good_practice
from section11.lib.errors import Conflict, Refused
from tests.challenge.operations.around import nobody_else_may
from tests.factories.judging import make_practice, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_the_words_change_before_the_organisation_is_asked_and_the_slower_of_two_sees_both() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    change_good_practice(opened.officer, row.pk, "Children chair the panel.", version=1, at=AT)
    assert GoodPractice.objects.get().text == "Children chair the panel."
    assert verbs(opened.partnership_stream)[-1] == "changed-good-practice"
    with pytest.raises(Conflict) as told:
        change_good_practice(opened.officer, row.pk, "Mine.", version=1, at=AT)
    assert (told.value.mine, told.value.theirs) == ({"text": "Mine."}, {"text": "Children chair the panel."})


def test_it_needs_words() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    with pytest.raises(Refused, match="Say what is good practice"):
        change_good_practice(opened.officer, row.pk, "", version=1, at=AT)


def test_nobody_else_changes_it() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    nobody_else_may(opened, lambda viewer: change_good_practice(viewer, row.pk, "Mine.", version=1, at=AT))
