from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.evidence.queries import evidence_of_unit
from section11.lib.errors import Absent
from section11.returns.models import AnswerEvidence
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.uncite_evidence import uncite_evidence
from tests.factories.returns import AT, make_reference, open_return
from tests.people import let_in
from tests.returns.around import WRITERS, people_around

pytestmark = pytest.mark.django_db


def test_it_leaves_the_answer_and_stays_with_others_and_on_the_list() -> None:
    opened = open_return()
    item, other = make_reference(opened), make_reference(opened)
    for ref, one in (("1.1", item), ("1.1", other), ("2.1", item)):
        cite_evidence(opened.lead, opened.return_id, ref, one, at=AT)
    later = AT + timedelta(minutes=5)
    for _ in range(2):
        uncite_evidence(opened.lead, opened.return_id, "1.1", item, at=later)
    rows = AnswerEvidence.objects.order_by("pk").values_list("answer__statement__ref", "item")
    assert list(rows) == [("1.1", other), ("2.1", item)]
    assert len(evidence_of_unit(opened.lead, opened.unit.pk)) == 2
    assert Invitation.objects.get(pk=opened.invitation.pk).last_saved_at == later


def test_the_lead_and_a_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    item = make_reference(opened)
    cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    assert let_in(people_around(opened), lambda who: uncite_evidence(who, opened.return_id, "1.1", item, at=AT)) == WRITERS


def test_a_statement_that_is_not_asked_is_absent() -> None:
    opened = open_return()
    with pytest.raises(Absent):
        uncite_evidence(opened.lead, opened.return_id, "9.9", make_reference(opened), at=AT)
