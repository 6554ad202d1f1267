"""The receipt of a submission."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import submitted_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_it_names_the_reference_and_says_what_happens_next_and_how_to_amend() -> None:
    opened, reference = submitted_return()
    page = signed_in(opened.lead).get(at_page("receipt", opened, reference=reference)).content.decode()
    assert reference in page
    assert "What happens next" in page
    assert at_page("start_amendment", opened) in page


def test_another_returns_reference_has_no_receipt_here() -> None:
    opened, _ = submitted_return()
    _, theirs = submitted_return()
    assert signed_in(opened.lead).get(at_page("receipt", opened, reference=theirs)).status_code == 404
