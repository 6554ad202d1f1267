import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Invitation
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.lib.errors import Absent
from section11.returns.models import AnswerEvidence
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from tests.factories.directory import make_unit
from tests.factories.returns import AT, counted, make_reference, open_return
from tests.people import let_in
from tests.returns.around import WRITERS, people_around

pytestmark = pytest.mark.django_db


def test_one_piece_is_cited_by_several_answers_and_once_by_each() -> None:
    opened = open_return()
    item = make_reference(opened)
    for ref in ("1.1", "2.1", "1.1"):
        cite_evidence(opened.lead, opened.return_id, ref, item, at=AT)
    rows = AnswerEvidence.objects.order_by("pk").values_list("answer__statement__ref", "item", "cited_at", "cited_by_name")
    assert list(rows) == [("1.1", item, AT, opened.lead.name), ("2.1", item, AT, opened.lead.name)]


def test_the_answer_shows_it_until_it_leaves_the_list() -> None:
    opened = open_return()
    one, two = make_reference(opened, "Rota"), make_reference(opened, "Handbook")
    for item in (one, two):
        cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    head = return_head(opened.lead, opened.return_id)
    assert [e.title for e in draft(opened.lead, head).answers["1.1"].evidence] == ["Rota", "Handbook"]
    remove_evidence(opened.lead, one, at=AT)
    assert [e.title for e in draft(opened.lead, head).answers["1.1"].evidence] == ["Handbook"]


def test_it_is_a_save_but_no_answer_and_no_event() -> None:
    opened = open_return()
    item, before = make_reference(opened), ActivityEvent.objects.count() + 1
    cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.last_saved_at, stands.progress, counted(opened)) == (AT, "in-progress", 0)
    assert ActivityEvent.objects.count() <= before


def test_the_lead_and_a_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    item = make_reference(opened)
    assert let_in(people_around(opened), lambda who: cite_evidence(who, opened.return_id, "1.1", item, at=AT)) == WRITERS


def test_only_the_units_own_evidence_that_is_still_there_is_cited() -> None:
    opened = open_return()
    gone, foreign = make_reference(opened), make_reference(open_return())
    beside = make_reference(open_return(participation=None, unit=make_unit(opened.unit.organisation)))
    remove_evidence(opened.lead, gone, at=AT)
    for item in (gone, foreign, beside, 4711):
        with pytest.raises(Absent):
            cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)


def test_a_statement_that_is_not_asked_is_absent() -> None:
    opened = open_return(form="light")
    item = make_reference(opened)
    for ref in ("1.2", "9.9"):
        with pytest.raises(Absent):
            cite_evidence(opened.lead, opened.return_id, ref, item, at=AT)
