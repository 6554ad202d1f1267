"""Giving up an amendment."""

import pytest

from section11.returns.models import Amendment
from tests.factories.browsers import signed_in
from tests.factories.returns import rate, submitted_return
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def test_giving_up_an_amendment_leads_back_to_the_submission() -> None:
    opened, _ = submitted_return()
    client = signed_in(opened.lead)
    client.post(at_page("start_amendment", opened), {"reason": "A slip"})
    rate(opened, "1.1", "partial")
    assert client.get(at_page("give_up_amendment", opened)).status_code == 200
    client.post(at_page("give_up_amendment", opened))
    assert state(opened) == "submitted"
    assert Amendment.objects.get().given_up
