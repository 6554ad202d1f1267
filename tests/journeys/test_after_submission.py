"""After the first submission: the lead amends it, the partnership reads it, an executive viewer sees the sums, others nothing."""

import csv
import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from section11.directory.vocabulary import Role
from section11.standards.vocabulary import Form
from tests.browser import AssertAccessible, NewContext
from tests.factories.directory import make_membership, make_organisation
from tests.factories.returns import Opened, answer_everything, open_return, partnership_viewer, sign_and_submit
from tests.factories.standards import library_edition
from tests.factories.world import stranger
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)

REASON = "Our new policy was agreed in May."


@pytest.fixture
def opened() -> Opened:
    made = open_return(edition=library_edition(), form=Form.LIGHT)
    answer_everything(made)
    return made


@pytest.fixture
def first(opened: Opened) -> str:
    return sign_and_submit(opened)


def of_return(opened: Opened, page: str = "") -> str:
    return f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}{page}"


def of_cycle(opened: Opened, page: str) -> str:
    return f"/p/{opened.cycle.partnership.slug}/cycles/{opened.cycle.slug}/{page}"


def test_a_lead_amends_with_a_reason_and_both_submissions_stay(
    new_browser_context: NewContext, site: str, opened: Opened, first: str
) -> None:
    # given a submitted return, which nobody can change
    page = steps.already_signed_in(new_browser_context(), opened.lead, site)
    page.goto(of_return(opened, "/standards/1"))
    expect(page.get_by_text("This return has been submitted")).to_be_visible()
    # when the lead starts an amendment, with a reason
    page.goto(of_return(opened))
    steps.follow(page, "Amend this return")
    steps.press(page, "Start amending")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    page.get_by_label("Why are you amending it?").fill(REASON)
    steps.press(page, "Start amending")
    steps.follow(page, "1. Leadership and accountability")
    page.fill("#s-1_1-comment", "The policy names her now.")
    page.locator("#s-1_1-comment").blur()
    expect(page.locator("#s-1_1 [data-save-failed]")).to_have_count(0)
    steps.press_save(page, "Save and see all standards")
    # and has it signed by themselves, and submits again
    steps.follow(page, "Check and submit")
    page.get_by_label("I am the accountable senior person myself").check()
    steps.press(page, "Ask for sign-off")
    page.get_by_label("Yes. It is a fair account").check()
    page.get_by_label("Your role").fill("Manager")
    steps.press(page, "Continue")
    steps.press(page, "Submit return")
    steps.heading(page, "Return submitted")
    # then both stand there, each as it was
    page.goto(of_return(opened, "/submissions"))
    rows = page.get_by_role("row")
    expect(rows.filter(has_text=first)).to_contain_text("First submission")
    expect(rows.filter(has_text=REASON)).to_have_count(1)
    rows.filter(has_text=first).get_by_role("link").click()
    expect(page.get_by_text("The policy names her now.")).to_have_count(0)
    page.go_back()
    rows.filter(has_text=REASON).get_by_role("link").first.click()
    expect(page.get_by_text("The policy names her now.")).to_be_visible()


def test_an_officer_reads_register_submission_and_figures(
    new_browser_context: NewContext, site: str, opened: Opened, first: str, assert_accessible: AssertAccessible
) -> None:
    late = open_return(cycle=opened.cycle)
    page = steps.already_signed_in(new_browser_context(), opened.officer, site)
    # given the register, with one return in and one not opened
    page.goto(of_cycle(opened, "register"))
    expect(page.get_by_role("row").filter(has_text=opened.participation.name)).to_contain_text("Submitted")
    expect(page.get_by_role("row").filter(has_text=late.participation.name)).to_contain_text("Not opened")
    # when they read the submission
    page.goto(f"/p/{opened.cycle.partnership.slug}/submissions/{first}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(opened.participation.name)
    expect(page.locator("#s-1_1")).to_contain_text("Met")
    assert_accessible(page)
    # then the figures say one of two, and show whose return stands behind a number
    page.goto(of_cycle(opened, "figures"))
    expect(page.get_by_text("1 of 2").first).to_be_visible()
    expect(page.get_by_text("26 of 26 ratings").first).to_be_visible()
    assert_accessible(page)
    steps.follow(page, "See the levels of each statement")
    assert_accessible(page)
    page.get_by_role("table", name="Levels by statement").get_by_role("row").filter(has_text="1.1").get_by_role("link").first.click()
    expect(page.get_by_role("row").filter(has_text=opened.participation.name)).to_have_count(1)
    expect(page.get_by_role("row").filter(has_text=late.participation.name)).to_have_count(0)
    # and all of it can be taken away
    page.goto(of_cycle(opened, "figures"))
    with steps.downloading(page) as workbook:
        steps.follow(page, "Excel")
    assert load_workbook(io.BytesIO(workbook[0])).sheetnames
    with steps.downloading(page) as sheet:
        steps.follow(page, "CSV")
    assert len(list(csv.reader(io.StringIO(sheet[0].decode("utf-8-sig"))))) > 1


def test_an_executive_viewer_sees_the_sums_and_no_submission(
    new_browser_context: NewContext, site: str, opened: Opened, first: str, assert_accessible: AssertAccessible
) -> None:
    page = steps.already_signed_in(new_browser_context(), partnership_viewer(opened, Role.EXECUTIVE_VIEWER), site)
    for name in ("summary", "figures", "register"):
        response = page.goto(of_cycle(opened, name))
        assert response
        assert response.status == 200
        assert page.locator(f"a[href*='{first}']").count() == 0
        assert_accessible(page)
    expect(page.get_by_role("button", name="Withdraw")).to_have_count(0)
    steps.is_absent(page, f"/p/{opened.cycle.partnership.slug}/submissions/{first}")
    steps.is_absent(page, of_cycle(opened, "set-up"))


@pytest.mark.parametrize("who", ["a stranger", "a neighbour"])
def test_others_find_nothing(new_browser_context: NewContext, site: str, opened: Opened, first: str, who: str) -> None:
    neighbour = make_membership(role=Role.RETURN_LEAD, of=make_organisation("Elm School")).person
    page = steps.already_signed_in(new_browser_context(), neighbour if who == "a neighbour" else stranger(), site)
    for address in (of_return(opened), of_return(opened, "/standards/1"), of_return(opened, f"/submissions/{first}")):
        steps.is_absent(page, address)
    for address in (of_cycle(opened, "register"), of_cycle(opened, "figures"), f"/p/{opened.cycle.partnership.slug}/submissions/{first}"):
        steps.is_absent(page, address)
    assert opened.participation.name not in page.content()
