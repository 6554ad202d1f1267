"""Taking a piece of evidence out of the list."""

import pytest

from section11.evidence.models import EvidenceItem
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, make_reference, open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_the_lead_takes_it_out_and_nobody_else() -> None:
    opened = open_return()
    item = make_reference(opened)
    path = at_page("remove_evidence", opened, item_id=item)
    assert signed_in(opened.contributor).post(path).status_code == 404
    assert signed_in(opened.lead).get(path).status_code == 405
    assert signed_in(opened.lead).post(path).status_code == 302
    assert EvidenceItem.objects.get(pk=item).removed_at is not None


def test_the_page_says_that_answers_lose_it() -> None:
    opened = open_return()
    item = make_reference(opened)
    cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    page = signed_in(opened.lead).post(at_page("remove_evidence", opened, item_id=item), follow=True).content.decode()
    assert "Taken out of the list and of the answers that cite it" in page
    assert draft(opened.lead, return_head(opened.lead, opened.return_id)).answers["1.1"].evidence == ()
