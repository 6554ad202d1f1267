import pytest

from tests.factories.browsers import signed_in
from tests.factories.returns import Opened, open_return, rate, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def address(opened: Opened) -> str:
    return f"/o/{opened.unit.organisation.slug}/activity/"


def test_an_organisation_sees_who_rated_and_submitted() -> None:
    opened, _ = submitted_return()
    page = signed_in(opened.lead).get(address(opened)).content.decode()
    assert "Submitted the return" in page
    assert "Rated a statement: statement 1.1" in page
    assert f"{opened.lead.name} (you)" in page
    assert opened.cycle.title in page


def test_typed_text_is_never_there() -> None:
    opened = open_return()
    rate(opened, "1.1", "met", comment="What we typed")
    assert "What we typed" not in signed_in(opened.lead).get(address(opened)).content.decode()


def test_it_does_not_offer_what_it_never_holds() -> None:
    opened = open_return()
    page = signed_in(opened.lead).get(address(opened)).content.decode()
    assert "Improvement plan</option>" in page
    assert "Setting up the audit" not in page


def test_at_most_ten_statements(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    who = signed_in(opened.lead)
    with assert_queries(10):
        who.get(address(opened))
