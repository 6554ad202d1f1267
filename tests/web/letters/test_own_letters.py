"""Every letter about a return, for its organisation."""

import pytest

from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter, make_letter
from tests.factories.returns import submitted_return
from tests.factories.world import stranger
from tests.queries import AssertQueries
from tests.web.letters.pages import own

pytestmark = pytest.mark.django_db


def test_approved_ones_only_and_what_is_new_says_so() -> None:
    opened, _ = submitted_return()
    client, address = signed_in(opened.lead), own(opened, "own_letters")
    make_letter(opened)
    assert "There is no letter yet" in client.get(address).content.decode()
    letter = approved_letter(opened)
    assert "New to you" in client.get(address).content.decode()
    client.get(own(opened, "own_letter", letter))
    assert "New to you" not in client.get(address).content.decode()
    assert "New to you" in signed_in(opened.contributor).get(address).content.decode()
    assert signed_in(stranger()).get(address).status_code == 404


def test_ten_statements_at_most(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    approved_letter(opened)
    client = signed_in(opened.lead)
    with assert_queries(10):
        assert client.get(own(opened, "own_letters")).status_code == 200
