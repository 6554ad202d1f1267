import pytest

from section11.challenge.vocabulary import GoodPracticeState
from tests.factories.browsers import signed_in
from tests.factories.judging import make_practice
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.judging.pages import at_organisation, post, read

pytestmark = pytest.mark.django_db


def test_the_lead_reads_what_would_be_shown_to_whom_and_decides_and_changes_their_mind() -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference, GoodPracticeState.ASKED)
    client, address = signed_in(opened.lead), at_organisation("decide_consent", opened, asked=row.pk)
    page = read(client, address)
    assert row.text in page
    assert f"with the name {opened.participation.name}" in page
    assert "Choose whether" in post(client, address, 422)
    assert "It may be shared now" in post(client, address, decision="agree")
    post(client, address, decision="agree")
    assert "It will not be shared" in post(client, address, decision="decline")
    row.refresh_from_db()
    assert row.state == GoodPracticeState.DECLINED


def test_before_it_was_asked_and_to_all_but_leads_there_is_nothing(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    marked = make_practice(opened, reference)
    assert signed_in(opened.lead).get(at_organisation("decide_consent", opened, asked=marked.pk)).status_code == 404
    asked = make_practice(opened, reference, GoodPracticeState.ASKED, text="Asked.")
    address = at_organisation("decide_consent", opened, asked=asked.pk)
    assert signed_in(opened.signatory).get(address).status_code == 404
    client = signed_in(opened.lead)
    with assert_queries(10):
        client.get(address)
