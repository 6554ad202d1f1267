"""Opening an uploaded piece of evidence."""

import pytest

from section11.evidence.operations.add_evidence import add_evidence
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, open_return
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db


def test_it_is_a_download_under_its_own_name_and_never_shown_in_our_pages() -> None:
    opened = open_return()
    item = add_evidence(opened.lead, opened.unit.pk, kind="file", title="Policy", file_name='a"b<c>.txt', data=b"text", at=AT)
    response = signed_in(opened.contributor).get(in_organisation("evidence_file", opened, item_id=item))
    assert response.getvalue() == b"text"
    assert response["Content-Disposition"] == 'attachment; filename="abc.txt"'
    assert response["Content-Type"] == "text/plain"
    assert response["X-Content-Type-Options"] == "nosniff"
