"""Taking a piece of evidence out of the list."""

import pytest

from section11.evidence.models import EvidenceItem
from tests.factories.browsers import signed_in
from tests.factories.returns import make_reference, open_return
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
