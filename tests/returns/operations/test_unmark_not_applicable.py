import pytest

from section11.lib.errors import Absent
from section11.returns.models import StandardMark
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from tests.factories.returns import AT, answer_of, counted, open_return, rate, recount
from tests.people import let_in
from tests.returns.around import WRITERS, events, people_around

pytestmark = pytest.mark.django_db


def test_the_answers_come_back_as_they_were_left() -> None:
    opened = open_return()
    rate(opened, "1.1", "unmet", comment="Ours")
    mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)
    unmark_not_applicable(opened.lead, opened.return_id, "1", at=AT)
    assert not StandardMark.objects.exists()
    kept = answer_of(opened, "1.1")
    assert (kept.level and kept.level.key, kept.comment) == ("unmet", "Ours")
    assert counted(opened) == recount(opened) == 1


def test_answers_typed_under_the_mark_count_when_it_goes() -> None:
    opened = open_return()
    rate(opened, "1.1")
    mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)
    rate(opened, "1.1", "")
    rate(opened, "1.2", "partial")
    assert counted(opened) == recount(opened) == 2
    unmark_not_applicable(opened.lead, opened.return_id, "1", at=AT)
    assert counted(opened) == recount(opened) == 1


def test_what_is_not_marked_stays_as_it_is_and_is_no_event() -> None:
    opened = open_return()
    rate(opened, "1.1")
    unmark_not_applicable(opened.lead, opened.return_id, "1", at=AT)
    mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)
    for _ in range(2):
        unmark_not_applicable(opened.lead, opened.return_id, "1", at=AT)
    told = (opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}", {"standard": "1"})
    assert events("unmarked-not-applicable") == [told]
    assert counted(opened) == recount(opened) == 1


def test_one_standards_mark_is_not_anothers() -> None:
    opened = open_return()
    for standard in ("1", "2"):
        mark_not_applicable(opened.lead, opened.return_id, standard, "None here", at=AT)
    unmark_not_applicable(opened.lead, opened.return_id, "1", at=AT)
    assert StandardMark.objects.get().standard.ref == "2"
    assert counted(opened) == recount(opened) == 2


def test_the_lead_and_a_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)
    assert let_in(people_around(opened), lambda who: unmark_not_applicable(who, opened.return_id, "1", at=AT)) == WRITERS


@pytest.mark.parametrize("standard_ref", ["9", "L", ""])
def test_a_standard_that_is_not_asked_is_absent(standard_ref: str) -> None:
    opened = open_return()
    with pytest.raises(Absent):
        unmark_not_applicable(opened.lead, opened.return_id, standard_ref, at=AT)
