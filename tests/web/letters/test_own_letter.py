"""A letter, as its organisation reads it."""

import pytest

from section11.challenge.models import LetterOpening
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter, make_letter
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.letters.pages import own

pytestmark = pytest.mark.django_db


def test_everybody_of_the_unit_reads_it_for_ever_and_each_first_look_is_noted() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    Cycle.objects.update(state=CycleState.CLOSED)
    for viewer in (opened.lead, opened.contributor, opened.lead):
        page = signed_in(viewer).get(own(opened, "own_letter", letter)).content.decode()
        assert "Dear colleagues at" in page
        assert own(opened, "own_letter_pdf", letter) in page
    assert LetterOpening.objects.count() == 2


def test_drafts_and_others_letters_are_absent() -> None:
    opened, _ = submitted_return()
    foreign, _ = submitted_return(cycle=opened.cycle)
    client = signed_in(opened.lead)
    for letter in (make_letter(opened), approved_letter(foreign)):
        assert client.get(own(opened, "own_letter", letter)).status_code == 404
    assert not LetterOpening.objects.exists()


def test_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    client = signed_in(opened.lead)
    client.get(own(opened, "own_letter", letter))
    with assert_queries(10):
        assert client.get(own(opened, "own_letter", letter)).status_code == 200
