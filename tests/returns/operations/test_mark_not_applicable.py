from datetime import timedelta

import pytest

from section11.lib.errors import Absent, Refused
from section11.returns.models import StandardMark
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from section11.returns.rules.typing import LONGEST_TEXT
from tests.factories.returns import AT, answer_of, counted, make_answering_edition, more_leads, open_return, rate, recount
from tests.factories.standards import LEVELS
from tests.people import let_in
from tests.returns.around import WRITERS, events, people_around

pytestmark = pytest.mark.django_db


def test_every_statement_of_it_counts_as_answered_and_nothing_is_missing_there() -> None:
    opened = open_return()
    mark_not_applicable(opened.lead, opened.return_id, "1", " We have\r\nno staff ", at=AT)
    mark = StandardMark.objects.get()
    assert (mark.reason, mark.marked_at, mark.marked_by_name, mark.standard.ref) == ("We have\nno staff", AT, opened.lead.name, "1")
    now = draft(opened.lead, return_head(opened.lead, opened.return_id))
    assert {gap.statement_ref for gap in now.missing} == {"2.1", "2.2"}
    assert [p.words for p in now.progress] == ["Not applicable", "Not started"]
    assert counted(opened) == recount(opened) == 2


def test_its_answers_stay_underneath_and_count_once() -> None:
    opened = open_return()
    rate(opened, "1.1", "unmet", comment="Ours")
    mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)
    kept = answer_of(opened, "1.1")
    assert (kept.level and kept.level.key, kept.comment, kept.version) == ("unmet", "Ours", 1)
    assert counted(opened) == recount(opened) == 2


def test_the_reason_may_be_changed_and_nothing_counts_twice() -> None:
    opened = open_return()
    for reason in ("None here", "None anywhere"):
        mark_not_applicable(opened.lead, opened.return_id, "1", reason, at=AT + timedelta(days=1))
    assert StandardMark.objects.get().reason == "None anywhere"
    assert counted(opened) == recount(opened) == 2
    assert len(events("marked-not-applicable")) == 1


def test_only_what_the_form_asks_is_counted() -> None:
    opened = open_return(form="light")
    mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)
    assert counted(opened) == recount(opened) == 1


def test_a_partnerships_own_statements_may_be_marked_too() -> None:
    opened = open_return(local=["We know our neighbours", "We know their dogs"])
    mark_not_applicable(opened.lead, opened.return_id, "L", "We move about", at=AT)
    assert counted(opened) == recount(opened) == 2


def test_the_organisation_reads_which_standard_and_not_why() -> None:
    opened = open_return()
    mark_not_applicable(opened.lead, opened.return_id, "2", "None here", at=AT)
    told = (opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}", {"standard": "2"})
    assert events("marked-not-applicable") == [told]


def test_the_lead_and_a_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    assert let_in(people_around(opened), lambda who: mark_not_applicable(who, opened.return_id, "1", "None", at=AT)) == WRITERS


@pytest.mark.parametrize("reason", ["", " \r\n\x00", "a" * (LONGEST_TEXT + 1)])
def test_a_reason_is_needed(reason: str) -> None:
    opened = open_return()
    with pytest.raises(Refused) as told:
        mark_not_applicable(opened.lead, opened.return_id, "1", reason, at=AT)
    assert set(told.value.problems) == {"reason"}
    assert counted(opened) == 0


def test_a_scale_without_not_applicable_asks_for_every_answer() -> None:
    levels = [level for level in LEVELS if level["class"] != "not_applicable"]
    opened = open_return(edition=make_answering_edition(tool="strict", scale={"levels": levels}))
    with pytest.raises(Refused, match="every statement needs a level"):
        mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)


@pytest.mark.parametrize("standard_ref", ["9", "L", "1.1", ""])
def test_a_standard_that_is_not_asked_is_absent(standard_ref: str) -> None:
    opened = open_return()
    with pytest.raises(Absent):
        mark_not_applicable(opened.lead, opened.return_id, standard_ref, "None here", at=AT)


def test_somebody_elses_reason_is_not_written_over() -> None:
    opened = open_return()
    [other] = more_leads(opened, 1)
    mark_not_applicable(opened.lead, opened.return_id, "1", "None here", at=AT)
    with pytest.raises(Refused, match="None here"):
        mark_not_applicable(other, opened.return_id, "1", "Mine", at=AT)
    mark_not_applicable(other, opened.return_id, "1", "None here", at=AT)
    assert StandardMark.objects.get().reason == "None here"
    unmark_not_applicable(other, opened.return_id, "1", at=AT)
    mark_not_applicable(other, opened.return_id, "1", "Mine", at=AT)
    assert StandardMark.objects.get().reason == "Mine"
    assert counted(opened) == recount(opened) == 2
