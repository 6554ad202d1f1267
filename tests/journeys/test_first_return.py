"""The first return: a lead answers a whole return with a contributor's help, has it signed, submits it and keeps a copy."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from section11.standards.vocabulary import Form
from tests.browser import AssertAccessible, NewContext
from tests.factories.returns import Opened, narrative_of, open_return
from tests.factories.standards import library_edition
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)

STANDARDS = 14
HIRED_OUT, OUTSIDE_HOME, LEARNING = "12", "13", "14"
POLICY = "Safeguarding policy"


@pytest.fixture
def opened() -> Opened:
    return open_return(edition=library_edition(), form=Form.LIGHT)


def open_standard(page: Page, opened: Opened, ref: str) -> None:
    page.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}/standards/{ref}")
    is_on_standard(page, ref)


def is_on_standard(page: Page, ref: str) -> None:
    expect(page.get_by_text(f"Standard {ref} of {STANDARDS}")).to_be_visible()


def add_evidence(page: Page, ref: str, kind: str, title: str = "", **fields: str) -> None:
    page.get_by_role("button", name=f"Add evidence to {ref}", exact=True).click()
    steps.heading(page, "Add evidence")
    page.get_by_role("radio", name=kind).check()
    if kind == "A file":
        page.get_by_label("Choose a file").set_input_files({"name": "policy.txt", "mimeType": "text/plain", "buffer": b"Our policy"})
    for label, text in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(text)
    if title:
        page.get_by_label("Name of this evidence").fill(title)
    else:
        page.get_by_label("Which one?").select_option(label=POLICY)
    steps.press(page, "Add evidence")
    expect(page.locator(steps.statement(ref)).get_by_role("button", name=f"Remove {title or POLICY} from {ref}")).to_be_visible()


def answer_all_of(page: Page) -> None:
    """Rate everything on this page as met."""
    for ref in steps.statements_on(page):
        steps.rate(page, ref)


def missing_on(page: Page, opened: Opened) -> list[str]:
    """What the check says is missing, by statement."""
    page.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}/check")
    steps.heading(page, "Check and submit")
    return [text.split()[0] for text in page.locator(".s11-missing li a").all_inner_texts()]


def answer_the_first_standard(page: Page, opened: Opened) -> None:
    """With guidance, a narrative, an action, and evidence of every kind."""
    steps.follow(page, "1. Leadership and accountability")
    page.locator(steps.statement("1.1")).get_by_text("What this means for you").click()
    expect(page.locator(steps.statement("1.1")).get_by_text("Name a governor or trustee")).to_be_visible()
    steps.rate(page, "1.1")
    steps.saves_itself(page, steps.statement("1.1"))
    page.fill("#n-how-text", "The head and the chair of governors meet each month.")
    page.locator("#n-how-text").blur()
    steps.saves_itself(page, "#n-how")
    steps.rate(page, "1.2", "Partially met")
    steps.fill_action(page, "1.2")
    steps.press_save(page)
    expect(page.get_by_text("Saved at").first).to_be_visible()
    steps.rate(page, "1.3")
    add_evidence(page, "1.1", "A file", POLICY)
    add_evidence(page, "1.2", "A link to a web page", "Charter", Web_address="https://hawthorn.example/charter")
    add_evidence(page, "1.3", "A reference: say where it is kept", "Minutes", Where_is_it_kept="In the office")
    add_evidence(page, "1.2", "Something you added before")


def hand_over(page: Page, opened: Opened) -> None:
    page.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}")
    steps.follow(page, "Hand standards to contributors")
    page.get_by_label(f"{LEARNING}. Learning").check()
    page.get_by_label("Who gets them?").select_option(label=f"{opened.contributor.name} ({steps.email_of(opened.contributor)})")
    steps.press(page, "Hand over")
    expect(page.get_by_role("button", name="Take back")).to_be_visible()


def contributor_does_their_part(page: Page, opened: Opened) -> None:
    open_standard(page, opened, "1")
    expect(page.get_by_text("It is not one of those handed to you")).to_be_visible()
    open_standard(page, opened, LEARNING)
    answer_all_of(page)
    page.fill("#n-know-text", "We look back after each term.")
    steps.press_save(page, "Save and see all standards")
    page.get_by_role("button", name="My part is done").click()
    expect(page.get_by_role("button", name="Open my part again")).to_be_visible()


def signatory_approves(page: Page, opened: Opened) -> None:
    email = steps.email_of(opened.signatory)
    steps.follow_invited_link(page, email, "approve")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sign off")
    expect(page.get_by_text("The head and the chair of governors meet each month.")).to_be_visible()
    page.get_by_label("Yes. It is a fair account").check()
    page.get_by_label("Your role").fill("Headteacher")
    steps.press(page, "Continue")
    expect(page.get_by_text(f"{opened.signatory.name}, Headteacher")).to_be_visible()


def test_a_lead_answers_everything_has_it_signed_and_submits(
    new_browser_context: NewContext, site: str, opened: Opened, assert_accessible: AssertAccessible
) -> None:
    # given a lead at their task list
    page = steps.already_signed_in(new_browser_context(), opened.lead, site)
    page.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}")
    # when they answer with all there is to an answer
    answer_the_first_standard(page, opened)
    assert_accessible(page)
    open_standard(page, opened, "2")
    answer_all_of(page)
    page.locator(steps.statement("2.1")).get_by_text("Point to another answer").click()
    page.fill(f"{steps.statement('2.1')}-see", "1.1")
    steps.press_save(page, "Save and go to the next standard")
    for number in range(3, int(HIRED_OUT)):
        is_on_standard(page, str(number))
        answer_all_of(page)
        steps.press_save(page, "Save and go to the next standard")
    is_on_standard(page, HIRED_OUT)
    page.get_by_role("button", name="This whole standard does not apply to us").click()
    page.get_by_label("Why does it not apply?").fill("We hire no rooms out and buy in no services.")
    steps.press(page, "It does not apply")
    # and hand one standard to a contributor, who does their part
    hand_over(page, opened)
    assert missing_on(page, opened) == ["13.1", "14.4"]
    assert_accessible(page)
    helper = steps.already_signed_in(new_browser_context(), opened.contributor, site)
    contributor_does_their_part(helper, opened)
    # then the check says exactly what is still missing, and leads there
    assert missing_on(page, opened) == ["13.1"]
    page.locator(".s11-missing li a").click()
    steps.rate(page, "13.1", "Not met")
    steps.press_save(page)
    expect(page.get_by_text("Saved at").first).to_be_visible()
    assert missing_on(page, opened) == ["13.1"]  # that level wants an action
    page.locator(".s11-missing li a").click()
    steps.fill_action(page, "13.1", "Write down whom we ask")
    steps.press_save(page)
    expect(page.get_by_text("Saved at").first).to_be_visible()
    assert missing_on(page, opened) == []
    # when the signatory approves by their own emailed link
    page.get_by_label(f"{opened.signatory.name} (").check()
    steps.press(page, "Ask for sign-off")
    expect(page.get_by_text("We have emailed the signatory a link.")).to_be_visible()
    steps.emails_go()
    signatory_approves(new_browser_context().new_page(), opened)
    steps.emails_go()
    # then the lead submits from the link in the email, and has a receipt
    page.goto(steps.link_in(steps.newest_email(steps.email_of(opened.lead), "is approved")))
    if page.get_by_role("button", name="Send a code to").count():
        page.get_by_role("button", name="Send a code to").click()
        steps.enter_code(page, steps.email_of(opened.lead))
    page.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}")
    steps.follow(page, "Submit this return")
    steps.press(page, "Submit return")
    steps.heading(page, "Return submitted")
    assert_accessible(page)
    reference = page.locator(".govuk-panel__body strong").inner_text()
    steps.emails_go()
    for viewer in (opened.lead, opened.signatory):
        assert reference in steps.newest_email(steps.email_of(viewer), "received")
    keeps_a_copy(page, reference)
    assert narrative_of(opened, LEARNING, "know").text == "We look back after each term."


def keeps_a_copy(page: Page, reference: str) -> None:
    """What was submitted, to read and to keep."""
    steps.follow(page, "Read what you submitted")
    for text in ("The head and the chair of governors meet each month.", "Train every volunteer", "See our answer to 1.1", POLICY):
        expect(page.get_by_text(text).first).to_be_visible()
    with steps.downloading(page) as pdf:
        steps.follow(page, "PDF")
    assert pdf[0].startswith(b"%PDF")
    with steps.downloading(page) as workbook:
        steps.follow(page, "Excel")
    texts = {str(cell.value) for sheet in load_workbook(io.BytesIO(workbook[0])) for row in sheet.iter_rows() for cell in row}
    assert any(reference in text for text in texts)
    assert "Train every volunteer" in texts
