from datetime import timedelta

import pytest
from django.urls import reverse

from section11.returns.operations.start_amendment import start_amendment
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_an_organisation_compares_its_own(assert_queries: AssertQueries) -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "We looked again", at=AT)
    rate(opened, "1.1", "unmet", comment="Second", no_action_reason="None needed", reason="Not written")
    second = sign_and_submit(opened, at=AT + timedelta(days=1))
    client = signed_in(opened.contributor)
    here = at_page("compare_own_submissions", opened, reference=second, other=first)
    assert here in client.get(at_page("submissions", opened)).content.decode()
    with assert_queries(10):
        page = client.get(here).content.decode()
    assert "1 statement differs" in page
    assert "Not met" in page


def test_the_first_is_one_of_this_return() -> None:
    opened, mine = submitted_return()
    other, theirs = submitted_return()
    client = signed_in(opened.lead)
    for one, two in ((mine, theirs), (theirs, mine)):
        where = {"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "reference": one, "other": two}
        assert client.get(reverse("compare_own_submissions", kwargs=where)).status_code == 404
    assert signed_in(other.lead).get(at_page("compare_own_submissions", opened, reference=mine, other=mine)).status_code == 404
