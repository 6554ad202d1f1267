from datetime import timedelta

import pytest
from django.urls import reverse

from section11.directory.vocabulary import Role
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, Opened, partnership_viewer, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def amended() -> tuple[Opened, str, str]:
    """A return submitted twice, 1.1 not met the second time."""
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "We looked again", at=AT)
    rate(opened, "1.1", "unmet", comment="<b>Second</b>", no_action_reason="None needed", reason="Not written")
    return opened, first, sign_and_submit(opened, at=AT + timedelta(days=1))


def address(opened: Opened, one: str, other: str) -> str:
    return reverse("compare_submissions", kwargs={"partnership": opened.cycle.partnership.slug, "reference": one, "other": other})


def test_what_differs_with_who_and_why() -> None:
    opened, first, second = amended()
    client = signed_in(partnership_viewer(opened, Role.REVIEWER))
    page = client.get(address(opened, second, first)).content.decode()
    assert "1 statement differs" in page
    assert "We looked again" in page
    assert "&lt;b&gt;Second&lt;/b&gt;" in page
    assert ">1.2 " not in page
    assert ">1.2 " in client.get(address(opened, second, first) + "?show=all").content.decode()


def test_the_same_compared_with_itself_says_that_nothing_differs() -> None:
    opened, first, _ = amended()
    assert "No statement differs" in signed_in(opened.officer).get(address(opened, first, first)).content.decode()


def test_the_reading_view_says_what_was_amended_since_one_looked() -> None:
    opened, first = submitted_return()
    client = signed_in(partnership_viewer(opened, Role.REVIEWER))
    where = {"partnership": opened.cycle.partnership.slug}
    at_first = reverse("submission", kwargs={**where, "reference": first})
    assert client.get(at_first)["Location"] == at_first
    assert "Amended since you looked" not in client.get(at_first).content.decode()
    start_amendment(opened.lead, opened.return_id, "We looked again", at=AT)
    second = sign_and_submit(opened, at=AT + timedelta(days=1))
    at_second = reverse("submission", kwargs={**where, "reference": second})
    page = client.get(at_second, follow=True).content.decode()
    assert "Amended since you looked" in page
    assert address(opened, second, first) in page
    assert client.get(at_second).status_code == 200
    assert "Amended since you looked" not in client.get(f"{at_second}?since=x").content.decode()


def test_at_most_ten_statements(assert_queries: AssertQueries) -> None:
    opened, first, second = amended()
    client = signed_in(opened.officer)
    with assert_queries(10):
        client.get(address(opened, first, second))
