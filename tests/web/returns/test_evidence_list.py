"""All evidence of a return's unit."""

import pytest

from section11.returns.operations.cite_evidence import cite_evidence
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, make_reference, open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_each_piece_says_what_cites_it() -> None:
    opened = open_return()
    client = signed_in(opened.lead)
    assert "No evidence yet" in client.get(at_page("evidence_list", opened)).content.decode()
    item = make_reference(opened, "Handbook")
    assert "Not cited yet" in client.get(at_page("evidence_list", opened)).content.decode()
    for ref in ("1.1", "1.2"):
        cite_evidence(opened.lead, opened.return_id, ref, item, at=AT)
    assert "Cited by 1.1 and 1.2" in client.get(at_page("evidence_list", opened)).content.decode()
