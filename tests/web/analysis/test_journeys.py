"""What has changed since last time: the page, its links, its choices."""

import re
from html import unescape

import pytest

from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.cycle_files import invitation, submission
from tests.factories.journeys import many, of_partnership, sent, two_cycles
from tests.factories.standards import edition_document
from tests.queries import AssertQueries
from tests.web.analysis.journeys import address, small

pytestmark = pytest.mark.django_db


def text_of(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(page.decode())).split())


def test_it_says_with_what_it_compares_and_how_many_moved() -> None:
    page = text_of(small().get(address("journeys")).content)
    assert "Compared with Audit 2024" in page
    assert "1 ratings improved of 3 that can be compared" in page
    assert "1 answered in Audit 2024 and not yet in this audit; 1 only in this one." in page
    assert "No action from Audit 2024 is followed here." in page


def test_every_number_leads_to_a_page_that_is_there() -> None:
    client = small(Role.EXECUTIVE_VIEWER)
    page = client.get(address("journeys")).content.decode()
    links = {unescape(link) for link in re.findall(r'href="([^"]*journeys/rows[^"]*)"', page)}
    by_statement = client.get(address("journeys_by_statement")).content.decode()
    beside = {f"{address('journey_rows')}{unescape(link)}" for link in re.findall(r'href="rows([^"]*)"', by_statement)}
    assert len(links) > 8
    assert len(beside) > 3
    for link in links | beside:
        rows = client.get(link)
        assert rows.status_code == 200
        assert "Nothing to show" not in rows.content.decode()


def test_the_earlier_audit_and_the_sector_are_chosen_and_stay_in_the_links() -> None:
    client = small()
    page = client.get(address("journeys", sector="school", since="2024")).content.decode()
    assert '<option value="school" selected>' in page
    assert '<option value="2024" selected>' in page
    assert "sector=school" in unescape(page)
    assert "By sector</caption>" not in page
    none = text_of(client.get(address("journeys", sector="police")).content)
    assert "No unit of this sector has answered in both audits yet" in none


def test_the_agreed_basis_changes_the_counts_and_stays_in_the_links() -> None:
    partnership = two_cycles([invitation("oak", sent({"1.1": "met"}))], [invitation("oak", sent({"1.1": "met"}, s1_1="unmet"))])
    client = signed_in(of_partnership(partnership))
    assert "0 declined" in text_of(client.get(address("journeys")).content)
    page = client.get(address("journeys", basis="agreed"))
    assert "1 declined" in text_of(page.content)
    assert "basis=agreed" in page.content.decode()


def test_without_an_earlier_audit_it_says_what_will_come() -> None:
    assert "There is no earlier audit to compare with" in text_of(small().get(address("journeys", "2024")).content)


def test_audits_on_standards_that_nothing_joins_say_so() -> None:
    editions = (edition_document(), edition_document(tool="other-tool", title="Other standards"))
    partnership = two_cycles([invitation("oak", submission())], [invitation("oak", submission())], editions=editions)
    page = text_of(signed_in(of_partnership(partnership)).get(address("journeys")).content)
    assert "no mapping joins those standards to “Other standards”" in page
    assert "Asked in Audit 2024 only" in page


def test_figures_lead_to_it() -> None:
    assert address("journeys") in small().get(address("figures")).content.decode()


@pytest.mark.parametrize("returns", [50, 366])
def test_ten_statements_at_most_whatever_the_number_of_returns(returns: int, assert_queries: AssertQueries) -> None:
    client = signed_in(of_partnership(two_cycles(many(returns, "unmet"), many(returns))))
    for basis in ("self", "agreed"):
        with assert_queries(10) as seen:
            assert client.get(address("journeys", basis=basis)).status_code == 200
        assert seen.count <= 9
