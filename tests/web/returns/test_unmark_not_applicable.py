"""A standard that applies after all."""

import pytest

from section11.returns.models import StandardMark
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, open_return, rate
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_the_statements_come_back_with_their_answers() -> None:
    opened = open_return()
    rate(opened, "1.1", "met", comment="Still here")
    mark_not_applicable(opened.lead, opened.return_id, "1", "No", at=AT)
    client = signed_in(opened.lead)
    page = client.post(at_page("unmark_not_applicable", opened, standard_ref="1"), follow=True).content.decode()
    assert "Still here" in page
    assert StandardMark.objects.count() == 0
