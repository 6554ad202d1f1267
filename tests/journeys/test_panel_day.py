"""A panel from its planning to the letters: officer, member on a phone without script, and the organisation."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from section11.challenge.models import Panel
from section11.directory.models import Person
from section11.lib.clock import today
from section11.lib.viewer import Viewer
from section11.standards.vocabulary import Form
from tests.browser import PHONE, AssertAccessible, NewContext
from tests.factories.challenge import make_challenge
from tests.factories.panels import belongs, make_panel, make_timetable, panel_reviewer
from tests.factories.returns import Opened, submitted_return
from tests.factories.standards import library_edition
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def returns() -> list[Opened]:
    """Two returns of one audit that are in; the second one has an open challenge."""
    first, _ = submitted_return(edition=library_edition(), form=Form.LIGHT)
    second, reference = submitted_return(cycle=first.cycle, form=Form.LIGHT)
    make_challenge(second, reference, text="Who checks the training record?")
    return [first, second]


def of_cycle(opened: Opened, page: str) -> str:
    return f"/p/{opened.cycle.partnership.slug}/cycles/{opened.cycle.slug}/{page}"


def give_time(page: Page, who: Opened, starts: str) -> None:
    """Fill the form that gives a return its time."""
    value = page.get_by_label("Which return?").locator("option", has_text=who.participation.name).get_attribute("value")
    page.get_by_label("Which return?").select_option(value)
    page.get_by_label("When does it start?").fill(starts)
    page.get_by_label("How many minutes?").fill("30")
    page.get_by_label("Lines of enquiry").fill("How do you know that it works?\nWho was better off?")


def enter_outcome(page: Page, outcome: str, note: str = "") -> None:
    """Choose what the panel made of the return that is shown."""
    page.get_by_label(outcome, exact=True).check()
    page.get_by_label("Note").fill(note)


def test_an_officer_plans_a_panel_and_the_organisations_hear_of_it(
    new_browser_context: NewContext, site: str, returns: list[Opened], assert_accessible: AssertAccessible
) -> None:
    first, second = returns
    reviewer = panel_reviewer(first)
    page = steps.already_signed_in(new_browser_context(), first.officer, site)
    # given an audit with two returns, when the officer plans a panel for today
    page.goto(of_cycle(first, "read-first"))
    steps.follow(page, "Panels")
    steps.follow(page, "Plan a panel")
    steps.press(page, "Plan it")
    expect(page.get_by_role("alert")).to_contain_text("Enter the day of the panel")
    page.get_by_label("What is this panel called?").fill("Panel of the schools")
    for part, text in (("Day", today().day), ("Month", today().month), ("Year", today().year)):
        page.get_by_label(part, exact=True).fill(str(text))
    page.get_by_label("Where?").fill("Room 1, Town Hall")
    page.get_by_label(reviewer.name, exact=True).check()
    assert_accessible(page)
    steps.press(page, "Plan it")
    steps.heading(page, "Panel of the schools")
    # and gives both returns a time, one of which clashes at first
    steps.follow(page, "Give the first one its time")
    expect(page.get_by_label("Which return?").locator("option").nth(1)).to_contain_text("1 open challenge")
    give_time(page, first, "9:30")
    steps.press(page, "Save and give another a time")
    give_time(page, second, "9.45")
    steps.press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Start at 10:00 or later")
    assert_accessible(page)
    page.get_by_label("When does it start?").fill("10am")
    steps.press(page, "Save")
    # then everybody is told, after a look at who gets what
    steps.follow(page, "See whom to tell what")
    expect(page.locator("main")).to_contain_text(Person.objects.get(pk=second.lead.person_id).email)
    steps.press(page, "Tell them")
    steps.emails_go()
    told = steps.newest_email(steps.email_of(second.lead), "panel")
    assert "Time: 10:00 to 10:30, London time" in told
    assert "better off" not in told
    assert "You sit on a panel" in steps.newest_email(steps.email_of(reviewer))
    # and the lead finds it on the return, with a file for the calendar
    lead = steps.already_signed_in(new_browser_context(), second.lead, site)
    lead.goto(f"/o/{second.unit.organisation.slug}/returns")
    steps.follow(lead, "You are asked to a panel")
    expect(lead.locator("main")).to_contain_text("10:00 to 10:30, London time")
    expect(lead.locator("main")).not_to_contain_text("better off")
    assert_accessible(lead)
    with steps.downloading(lead) as calendar:
        steps.follow(lead, "Put it in your calendar")
    assert b"BEGIN:VEVENT" in calendar[0]


def a_day(returns: list[Opened]) -> tuple[Panel, Viewer]:
    """A panel of today with both returns, and a member."""
    reviewer = panel_reviewer(returns[0])
    panel = make_panel(returns[0], reviewer, held_on=today())
    make_timetable(panel, returns)
    return panel, reviewer


def test_a_member_works_on_a_phone_without_script(new_browser_context: NewContext, site: str, returns: list[Opened]) -> None:
    first, second = returns
    panel, reviewer = a_day(returns)
    page = steps.already_signed_in(new_browser_context(java_script_enabled=False, size=PHONE), reviewer, site)
    # given the panel's page on a phone, when the member reads the pack of the second return
    page.goto(of_cycle(first, f"panels/{panel.pk}"))
    pack = page.locator(".s11-timetable__slot").nth(1).get_by_role("link", name="Pack")
    pack.click()
    expect(page.locator("main")).to_contain_text("Who checks the training record?")
    page.go_back()
    # and enters one outcome after the other
    steps.follow(page, "Enter outcomes")
    steps.heading(page, first.participation.name)
    enter_outcome(page, "Assured")
    steps.press(page, "Save and go to the next return")
    steps.heading(page, second.participation.name)
    page.get_by_label("More is needed before the panel is assured").check()
    steps.press(page, "Save")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say what is needed")
    page.get_by_label("Note").fill("Send the training record.")
    steps.press(page, "Save")
    # then both are on the timetable
    expect(page.locator(".s11-timetable__slot").nth(0)).to_contain_text("Assured")
    expect(page.locator(".s11-timetable__slot").nth(1)).to_contain_text("Send the training record.")
    expect(page.locator("main")).to_contain_text("Every outcome is entered")
    # and who belongs to an organisation does not see its pack
    belongs(reviewer, second)
    page.goto(of_cycle(first, f"panels/{panel.pk}"))
    expect(page.locator("main")).to_contain_text("A colleague takes this return")
    expect(pack).to_have_count(0)


def test_two_members_enter_the_same_outcome_and_the_second_sees_both(
    new_browser_context: NewContext, site: str, returns: list[Opened], assert_accessible: AssertAccessible
) -> None:
    panel, reviewer = a_day(returns)
    address = of_cycle(returns[0], f"panels/{panel.pk}/slots/{panel.slots.order_by('starts')[0].pk}/outcome")
    one, two = (steps.already_signed_in(new_browser_context(), who, site) for who in (reviewer, returns[0].officer))
    for page in (one, two):
        page.goto(address)
    enter_outcome(one, "Assured", "All is well.")
    steps.press(one, "Save")
    enter_outcome(two, "Assured, with actions", "Nearly.")
    steps.press(two, "Save")
    expect(two.get_by_role("alert").first).to_contain_text(f"{reviewer.name} saved this while you were writing")
    expect(two.locator(".s11-conflict")).to_contain_text("All is well.")
    expect(two.get_by_label("Note")).to_have_value("Nearly.")
    assert_accessible(two)
    steps.press(two, "Save")
    expect(two.locator(".s11-timetable__slot").first).to_contain_text("Nearly.")


def test_letters_are_drafted_edited_approved_and_opened(
    new_browser_context: NewContext, site: str, returns: list[Opened], assert_accessible: AssertAccessible
) -> None:
    first, second = returns
    panel, _ = a_day(returns)
    page = steps.already_signed_in(new_browser_context(), first.officer, site)
    # given a panel with one outcome, when the officer closes it and says that the other one did not come
    slots = list(panel.slots.order_by("starts"))
    page.goto(of_cycle(first, f"panels/{panel.pk}/slots/{slots[0].pk}/outcome"))
    enter_outcome(page, "Assured, with actions", "The new policy is clear.")
    steps.press(page, "Save")
    steps.follow(page, "Close the panel")
    steps.press(page, "Close the panel")
    expect(page.get_by_role("alert")).to_contain_text("or say that nobody attended")
    page.get_by_label(second.participation.name).check()
    steps.press(page, "Close the panel")
    # and drafts both letters in the background
    steps.follow(page, "Draft 2 letters")
    assert_accessible(page)
    steps.press(page, "Draft 2 letters")
    expect(page.locator("main")).to_contain_text("2 letters drafted")
    steps.follow(page, "Continue")
    # and edits the first one with a preview
    steps.follow(page, first.participation.name)
    expect(page.locator(".s11-letter")).to_contain_text("The new policy is clear.")
    steps.follow(page, "Edit it")
    text = page.get_by_label("The letter", exact=True)
    text.fill(text.input_value().replace("The new policy is clear.", "The new policy is **very** clear."))
    steps.press(page, "Preview")
    expect(page.locator(".s11-letter strong", has_text="very")).to_have_count(1)
    assert_accessible(page)
    steps.press(page, "Save")
    # and approves it, after seeing who gets the link
    steps.follow(page, "Approve it")
    expect(page.locator("main")).to_contain_text(steps.email_of(first.lead))
    assert_accessible(page)
    steps.press(page, "Approve and send its link")
    expect(page.locator("main")).to_contain_text("Nobody yet")
    # then the signatory gets the link, which holds nothing of the letter, and reads and downloads it
    steps.emails_go()
    email = steps.newest_email(steps.email_of(first.signatory), "a letter about the return")
    assert "policy" not in email
    reader = steps.already_signed_in(new_browser_context(), first.signatory, site)
    reader.goto(steps.link_in(email))
    expect(reader.locator(".s11-letter")).to_contain_text("The new policy is very clear.")
    assert_accessible(reader)
    with steps.downloading(reader) as pdf:
        steps.follow(reader, "Download as PDF")
    assert "very clear" in " ".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf[0])).pages)
    # and the officer sees that it was opened, and approves the other one in the list
    page.reload()
    expect(page.locator("aside")).to_contain_text(first.signatory.name)
    page.goto(of_cycle(first, "letters?state=draft"))
    page.get_by_label(f"Choose {second.participation.name}").check()
    steps.press(page, "Approve their drafts")
    expect(page.get_by_role("row").filter(has_text=second.participation.name)).to_contain_text(steps.email_of(second.lead))
    assert_accessible(page)
    steps.press(page, "Approve 1 letter")
    expect(page.locator("main")).to_contain_text("1 letter approved")
