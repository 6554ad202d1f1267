"""All packs of a panel as one PDF, made in the background."""

import io

import pytest
from pypdf import PdfReader

from section11.jobs.models import Job
from tests.factories.browsers import signed_in
from tests.factories.panels import belongs, panel_reviewer
from tests.queries import AssertQueries
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_each_member_gets_the_packs_that_they_may_read() -> None:
    day = a_day()
    belongs(day.reviewer, day.returns[1])
    client, address = signed_in(day.reviewer), day.at("panel_pack")
    assert "The packs of 1 return" in client.get(address).content.decode()
    assert "/jobs/" in client.post(address)["Location"]
    job = Job.objects.get()
    assert (job.state, job.done, job.total, job.leads_to) == ("done", 2, 2, address)
    page = client.get(address).content.decode()
    [pdf] = [word.split('"')[1] for word in page.split() if ".pdf" in word]
    answer = client.get(pdf)
    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.getvalue())).pages)
    assert day.returns[0].participation.name in text
    assert day.returns[1].participation.name not in text
    officer = signed_in(day.opened.officer)
    assert "Make the PDF" in officer.get(address).content.decode()
    officer.post(address)
    assert "Make it again" in officer.get(address).content.decode()


def test_who_does_not_sit_gets_none() -> None:
    day = a_day(1)
    assert signed_in(panel_reviewer(day.opened)).get(day.at("panel_pack")).status_code == 404


@pytest.mark.parametrize("count", [1, 8])
def test_ten_statements_at_most(count: int, assert_queries: AssertQueries) -> None:
    day = a_day(count)
    client = signed_in(day.opened.officer)
    with assert_queries(10):
        assert client.get(day.at("panel_pack")).status_code == 200
