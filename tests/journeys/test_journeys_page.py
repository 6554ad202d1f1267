"""What has changed since last time: as the partnership reads it, and as an organisation reads it of itself, without script."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from section11.directory.vocabulary import Role
from tests.browser import PHONE, AssertAccessible, NewContext
from tests.factories.cycle_files import invitation, submission
from tests.factories.journeys import of_partnership, own_return, two_cycles
from tests.factories.standards import library_edition
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)

CYCLE = "/p/marsh-and-moor/cycles/2026"
EIGHT = {"3.1": "unmet", "1.1": "met", "5.3": "met", "7.5": "partial", "4.6": "met"}
MODERN = {"1.1": "partial", "8.3": "partial", "11.4": "met", "11.5": "partial", "13.1": "met"}


def sent(ratings: dict[str, str]) -> dict[str, Any]:
    return submission({ref: {"level": level} for ref, level in ratings.items()})


@pytest.fixture
def partnership() -> Any:
    """Two audits on different standards, which a mapping joins; Oak and five other schools answered both."""
    library_edition()
    schools = [(f"school-{n}", {**MODERN, "1.1": level}) for n, level in enumerate(("met", "met", "partial", "unmet", "unmet"))]
    then = [invitation(slug, sent(EIGHT)) for slug in ("oak", *(slug for slug, _ in schools))]
    now = [invitation("oak", sent(MODERN)), *(invitation(slug, sent(ratings)) for slug, ratings in schools)]
    editions = ({"ref": "eight-standards/2026.1"}, {"ref": "section-11/2026.1"})
    return two_cycles(then, [*now, invitation("fir", sector="police")], editions=editions)


def row(page: Page, ref: str) -> Any:
    """The line of a statement."""
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=re.compile(rf"^{re.escape(ref)} "))).first


def test_an_officer_follows_a_number_to_the_organisation_behind_it(
    new_browser_context: NewContext, site: str, partnership: Any, assert_accessible: AssertAccessible
) -> None:
    page = steps.already_signed_in(new_browser_context(), of_partnership(partnership), site)
    # given the figures of the later audit, which lead to a comparison with the one before
    page.goto(f"{CYCLE}/figures")
    steps.follow(page, "Compare with last time")
    steps.heading(page, "What has changed since last time")
    expect(page.get_by_text("Compared with Audit 2024")).to_be_visible()
    expect(page.get_by_role("img", name="Ratings that improved")).to_be_visible()
    assert_accessible(page)
    # when they look at what became of each statement, and choose who declined on the record of training
    steps.follow(page, "See what became of each statement")
    steps.heading(page, "What became of each statement")
    assert_accessible(page)
    row(page, "8.3").get_by_role("link", name="6").click()
    steps.heading(page, "Declined: statement 8.3")
    expect(page.get_by_role("row")).to_have_count(7)
    assert_accessible(page)
    # then each organisation's journey says what was compared, and why
    page.get_by_role("link", name="Oak", exact=True).click()
    steps.heading(page, "Oak: journey")
    expect(row(page, "8.3")).to_contain_text("Declined")
    two = row(page, "11.4")
    expect(two).to_contain_text("Improved")
    two.get_by_text("Compared with 7.5 of Audit 2024").click()
    expect(two.get_by_text("go to the discussions and conferences")).to_be_visible()
    expect(row(page, "13.1")).to_contain_text("Not asked")
    expect(page.get_by_text("Asked in Audit 2024 only.").first).to_be_visible()
    assert_accessible(page)
    # and the weakest of two earlier statements is what the later one began from
    expect(row(page, "1.1")).to_contain_text("Improved")


def test_an_executive_viewer_sees_on_one_page_how_things_moved(
    new_browser_context: NewContext, site: str, partnership: Any, assert_accessible: AssertAccessible
) -> None:
    page = steps.already_signed_in(new_browser_context(size=PHONE), of_partnership(partnership, Role.EXECUTIVE_VIEWER), site)
    page.goto(f"{CYCLE}/summary")
    expect(page.get_by_text("Since Audit 2024:")).to_be_visible()
    steps.follow(page, "What has changed")
    page.get_by_label("Sector", exact=True).select_option("school")
    steps.press(page, "Apply filters")
    expect(page.get_by_label("Sector", exact=True)).to_have_value("school")
    page.locator(".s11-card").filter(has_text="ratings improved").get_by_role("link").click()
    expect(page.get_by_role("row").filter(has_text="Oak")).to_have_count(1)
    assert page.get_by_role("link", name="Oak", exact=True).count() == 0
    assert_accessible(page)
    steps.is_absent(page, "/p/marsh-and-moor/organisations/oak/journey")


def test_a_lead_sees_their_own_journey_and_their_sector_only_when_they_ask_without_script(
    new_browser_context: NewContext, site: str, partnership: Any, assert_accessible: AssertAccessible
) -> None:
    lead, return_id = own_return()
    context = new_browser_context(java_script_enabled=False)
    page = steps.already_signed_in(context, lead, site)
    # given a lead whose return is in
    page.goto(f"/o/{lead.slug}/returns/{return_id}")
    steps.follow(page, "What has changed since last time")
    steps.heading(page, "What has changed since last time")
    expect(page.get_by_text("Since Audit 2024,")).to_be_visible()
    expect(row(page, "8.3")).to_contain_text("Declined")
    assert page.get_by_text("middle half").count() == 0
    # when they ask where their sector stands
    steps.follow(page, "Show my sector beside it")
    # then it stands beside each standard that enough others rated, and names nobody
    expect(page.get_by_text("The middle half of your sector: 0% to 100%, from 5 other organisations.").first).to_be_visible()
    assert "School 1" not in page.content()
    steps.follow(page, "Hide my sector")
    assert page.get_by_text("middle half").count() == 0
    # and so it is with scripts, where it can be checked that everybody can use it
    checked = steps.already_signed_in(new_browser_context(), lead, site)
    checked.goto(f"/o/{lead.slug}/returns/{return_id}/journey?beside=sector")
    assert_accessible(checked)
