"""A return judged, from what to read first to good practice that others read: with script; the same standard judged without."""

import pytest
from playwright.sync_api import expect

from section11.challenge.models import EvidenceRating, StandardGrade
from section11.directory.vocabulary import Role
from section11.plans.models import Action
from section11.standards.vocabulary import Form
from tests.browser import AssertAccessible, NewContext
from tests.factories.challenge import make_reviewer
from tests.factories.judging import switch_grading_on
from tests.factories.returns import Opened, answer_everything, open_return, partnership_viewer, sign_and_submit
from tests.factories.standards import library_edition
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)
PRACTICE = "Children sit on every interview panel."
OPINION_LINK = "scrutineer"
ADVICE = "Ask children what changed for them."


@pytest.fixture
def opened() -> Opened:
    made = open_return(edition=library_edition(), form=Form.LIGHT)
    answer_everything(made)
    return made


def of_cycle(opened: Opened, page: str) -> str:
    return f"/p/{opened.officer.slug}/cycles/{opened.cycle.slug}/{page}"


def test_from_what_to_read_first_to_an_action_and_shared_practice(
    new_browser_context: NewContext, site: str, opened: Opened, assert_accessible: AssertAccessible
) -> None:
    sign_and_submit(opened)
    # given an officer who switches grading on, with a scale of their own
    page = steps.already_signed_in(new_browser_context(), opened.officer, site)
    page.goto(of_cycle(opened, "read-first"))
    expect(page.get_by_text("no evidence cited")).to_be_visible()
    assert_accessible(page)
    steps.follow(page, "Grading")
    page.get_by_label("Grade 3", exact=True).fill("Not there yet")
    page.get_by_label("Grade 4", exact=True).fill("")
    steps.press(page, "Switch grading on")
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Grading is on")
    # when they judge the first standard of the return on top of the list
    page.get_by_role("row").filter(has_text=opened.participation.name).get_by_role("link").first.click()
    steps.follow(page, "Judge standard 1")
    assert_accessible(page)
    page.get_by_role("group", name="How strong is the evidence for 1.1?").get_by_label("Weak: does not show it").check()
    page.get_by_label("Not there yet").check()
    page.get_by_label("Mark something as good practice").fill(PRACTICE)
    page.get_by_label("Write a recommendation").fill(ADVICE)
    steps.press(page, "Save")
    expect(page.get_by_role("alert").first).to_contain_text("Give the reasons for this grade")
    expect(page.get_by_label("Mark something as good practice")).to_have_value("")
    page.get_by_label("Reasons for the grade").fill("Much is planned, little is done.")
    steps.press(page, "Save and go to the next standard")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2. ")
    # and ask to share the one, and give the other
    steps.follow(page, "Judgement of this return")
    expect(page.get_by_role("row").filter(has_text="1. Leadership")).to_contain_text("Not there yet")
    assert_accessible(page)
    steps.follow(page, "Ask whether it may be shared")
    steps.press(page, f"Ask {opened.participation.name}")
    steps.follow(page, "Judgement of this return")
    steps.follow(page, "Give all that are not given yet")
    steps.press(page, "Give 1 recommendation")
    # then the lead is told of both, agrees to share, and makes the recommendation an action
    steps.emails_go()
    email = steps.email_of(opened.lead)
    assert PRACTICE not in steps.newest_email(email, "be shared?")
    assert ADVICE not in steps.newest_email(email, "recommends something")
    lead = new_browser_context().new_page()
    steps.follow_invited_link(lead, email, "be shared?")
    assert_accessible(lead)
    steps.follow(lead, "Decide whether it may be shared")
    lead.get_by_label("Yes, with our name").check()
    steps.press(lead, "Save")
    lead.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}")
    steps.follow(lead, "1 recommendation waits")
    assert_accessible(lead)
    steps.follow(lead, "Make it an action")
    lead.get_by_label("Who leads?").fill("Deputy head")
    steps.press(lead, "Add to the plan")
    steps.heading(lead, "Improvement plan")
    expect(lead.get_by_role("link", name=ADVICE, exact=True)).to_be_visible()
    assert Action.objects.get(origin__startswith="recommendation:").what == ADVICE
    # and another organisation reads what is shared, and neither grade nor recommendation is anywhere for the first
    other = steps.already_signed_in(new_browser_context(), open_return(cycle=opened.cycle).contributor, site)
    other.goto(f"/o/{other_slug(opened)}/good-practice")
    expect(other.get_by_text(PRACTICE)).to_be_visible()
    expect(other.get_by_role("heading", name=opened.participation.name)).to_be_visible()
    for address in (f"returns/{opened.return_id}", f"returns/{opened.return_id}/submissions", "plan", "recommendations", "good-practice"):
        lead.goto(f"/o/{opened.unit.organisation.slug}/{address}")
        assert "Not there yet" not in lead.content()


def other_slug(opened: Opened) -> str:
    """The address of the organisation that was invited last."""
    last = opened.cycle.invitations.latest("pk")
    return str(last.unit.organisation.slug)


def test_the_scrutineer_gives_an_opinion_that_the_executive_reads(
    new_browser_context: NewContext, site: str, opened: Opened, assert_accessible: AssertAccessible
) -> None:
    reference = sign_and_submit(opened)
    page = steps.already_signed_in(new_browser_context(), partnership_viewer(opened, Role.SCRUTINEER), site)
    # given a scrutineer who reads how a standard is judged, and can press nothing there
    page.goto(f"/p/{opened.officer.slug}/submissions/{reference}/standards/1/judge")
    assert page.locator("main button").count() == 0
    # when they write an opinion, and give it after reading it once more
    page.goto(of_cycle(opened, "summary"))
    steps.follow(page, OPINION_LINK)
    steps.follow(page, "Write your opinion")
    page.get_by_label("Your opinion").fill("Leaders know their organisation.")
    steps.press(page, "Save the draft")
    steps.press(page, "Save and read it before giving it")
    assert_accessible(page)
    steps.press(page, "Give my opinion")
    expect(page.get_by_text("Leaders know their organisation.")).to_be_visible()
    # then an executive viewer finds it from the summary, and nobody can change it
    reader = steps.already_signed_in(new_browser_context(), partnership_viewer(opened, Role.EXECUTIVE_VIEWER), site)
    reader.goto(of_cycle(opened, "summary"))
    steps.follow(reader, OPINION_LINK)
    expect(reader.get_by_text("Leaders know their organisation.")).to_be_visible()
    assert_accessible(reader)
    assert reader.locator("main button").count() == 0
    steps.is_absent(reader, of_cycle(opened, "opinions/write"))


def test_a_reviewer_judges_a_standard_without_script(new_browser_context: NewContext, site: str, opened: Opened) -> None:
    reference = sign_and_submit(opened)
    switch_grading_on(opened)
    page = steps.already_signed_in(new_browser_context(java_script_enabled=False), make_reviewer(opened.cycle, "1"), site)
    page.goto(of_cycle(opened, "read-first"))
    page.get_by_label("Mine to review").check()
    steps.press(page, "Apply filters")
    page.get_by_role("row").filter(has_text=opened.participation.name).get_by_role("link").first.click()
    steps.follow(page, "Judge standard 1")
    page.get_by_role("group", name="How strong is the evidence for 1.1?").get_by_label("Strong: shows what changed").check()
    page.get_by_label("Good", exact=True).check()
    page.get_by_label("Reasons for the grade").fill("Children say so.")
    steps.press(page, "Save")
    expect(page.get_by_text("Standard 1 is saved")).to_be_visible()
    assert EvidenceRating.objects.get().strength == "strong"
    assert StandardGrade.objects.get().grade.key == "good"
    # and the standard that was given to others can only be read
    page.goto(f"/p/{opened.officer.slug}/submissions/{reference}/standards/2/judge")
    expect(page.get_by_text("given to other reviewers")).to_be_visible()
    assert page.locator("main button").count() == 0
