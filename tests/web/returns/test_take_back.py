"""Taking a return back from sign-off."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import answer_everything, open_return, sign
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def test_the_lead_takes_a_signed_return_back() -> None:
    opened = open_return()
    answer_everything(opened)
    sign(opened)
    client = signed_in(opened.lead)
    assert client.get(at_page("take_back", opened)).status_code == 200
    assert state(opened) == "signed"
    client.post(at_page("take_back", opened))
    assert state(opened) == "open"
