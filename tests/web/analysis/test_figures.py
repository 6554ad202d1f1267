"""The figures of a cycle."""

import re
from html import unescape

import pytest

from section11.directory.vocabulary import Role
from tests.factories.cycle_files import invitation, joint_file, submission
from tests.queries import AssertQueries
from tests.web.analysis.pages import address, example, looking_at

pytestmark = pytest.mark.django_db


def test_each_share_stands_with_its_parts() -> None:
    page = looking_at(example()).get(address("figures")).content.decode()
    assert "1 of 2" in page
    assert "0 of 1 ratings" in page


def test_every_number_leads_to_a_page_that_is_there() -> None:
    client = looking_at(example(), Role.OFFICER)
    page = client.get(address("figures")).content.decode()
    links = {unescape(link) for link in re.findall(r'href="([^"]*figures/rows[^"]*)"', page)}
    assert len(links) > 5
    assert {client.get(link).status_code for link in links} == {200}


def test_the_agreed_basis_changes_the_figures_and_stays_in_the_links() -> None:
    client = looking_at(example())
    assert "0 of 1 ratings" in client.get(address("figures")).content.decode()
    agreed = client.get(address("figures", basis="agreed")).content.decode()
    assert "1 of 1 ratings" in agreed
    assert "basis=agreed" in agreed


def test_a_rolling_audit_has_no_response_rate_and_nobody_missing() -> None:
    page = looking_at(example(rolling=True)).get(address("figures")).content.decode()
    assert "there is no response rate" in page
    assert "not answered</a>" not in page


def test_before_the_first_submission_it_says_what_will_come() -> None:
    document = example()
    document["invitations"][0]["submissions"] = []
    assert "No return has been submitted yet" in looking_at(document).get(address("figures")).content.decode()


@pytest.mark.parametrize("returns", [50, 366])
def test_ten_statements_at_most_whatever_the_number_of_returns(returns: int, assert_queries: AssertQueries) -> None:
    client = looking_at(example(returns))
    with assert_queries(10) as seen:
        assert client.get(address("figures")).status_code == 200
    assert seen.count <= 9


def test_a_joint_audit_has_a_switch_that_stays_in_every_link_and_counts_the_same_rows() -> None:
    levels = {ref: {"level": "met" if ref[0] == "1" else "unmet"} for ref in ("1.1", "1.2", "2.1", "2.2")}
    document = joint_file(invitation("oak", submission(levels)))
    document["partnership"]["slug"] = "riverside"
    client = looking_at(document, Role.OFFICER)
    assert "2 of 4 ratings" in client.get(address("figures")).content.decode()
    page = client.get(address("figures", audience="adults")).content.decode()
    assert "1 of 3 ratings" in page
    links = {unescape(link) for link in re.findall(r'href="([^"]*figures[^"]*)"', page) if "audience=" not in link}
    assert links == {address("figures")}, "the way back to all statements, and the menu"
    found = client.get(address("figure_rows", level="met", audience="adults")).content.decode()
    assert "1.1" in found
    assert "1.2" not in found
    assert "audience=children" in client.get(address("figures_by_statement", audience="adults")).content.decode()
