"""Earlier versions of an answer."""

from datetime import timedelta

import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import AT, open_return, rate
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_every_kept_version_is_there_the_latest_first() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("answer_history", opened, statement_ref="1.1")
    assert "Nothing has been saved" in client.get(path).content.decode()
    rate(opened, "1.1", "partial", comment="First thoughts")
    rate(opened, "1.1", "met", comment="Second thoughts", at=AT + timedelta(minutes=11))
    page = client.get(path).content.decode()
    assert page.index("Second thoughts") < page.index("First thoughts")
