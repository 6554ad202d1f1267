"""The levels of each statement."""

import re
from html import unescape
from urllib.parse import urljoin

import pytest

from section11.directory.vocabulary import Role
from tests.queries import AssertQueries
from tests.web.analysis.pages import address, example, looking_at

pytestmark = pytest.mark.django_db


def test_each_number_leads_to_the_returns_behind_it_on_the_same_basis() -> None:
    client = looking_at(example(), Role.OFFICER)
    here = address("figures_by_statement", basis="agreed")
    links = {urljoin(here, unescape(link)) for link in re.findall(r'href="(rows[^"]*)"', client.get(here).content.decode())}
    assert len(links) > 1
    assert all("basis=agreed" in link for link in links)
    assert {client.get(link).status_code for link in links} == {200}


def test_the_figures_lead_there_on_their_basis_and_it_leads_back() -> None:
    client = looking_at(example())
    there = address("figures_by_statement", basis="agreed")
    assert there in client.get(address("figures", basis="agreed")).content.decode()
    assert address("figures", basis="agreed") in client.get(there).content.decode()


def test_before_the_first_submission_it_says_what_will_come() -> None:
    document = example()
    document["invitations"][0]["submissions"] = []
    assert "No return has been submitted yet" in looking_at(document).get(address("figures_by_statement")).content.decode()


@pytest.mark.parametrize("returns", [50, 366])
def test_ten_statements_at_most_whatever_the_number_of_returns(returns: int, assert_queries: AssertQueries) -> None:
    client = looking_at(example(returns))
    with assert_queries(10) as seen:
        assert client.get(address("figures_by_statement")).status_code == 200
    assert seen.count <= 9
