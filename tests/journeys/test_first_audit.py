"""The first audit: an officer sets it up, invites by sheet and opens it; a lead follows the link in the email."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from section11.cycles.models import Invitation
from section11.directory.models import Participation, Partnership
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.clock import today
from tests.browser import AssertAccessible, NewContext
from tests.factories.directory import make_membership, make_organisation, make_participation, make_partnership, make_person, make_sector
from tests.factories.sheets import csv_bytes, sheet_row
from tests.factories.standards import library_edition
from tests.journeys.steps import emails_go, follow, follow_invited_link, heading, newest_email, press, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

OFFICER = "olive@example.org"
LEAD = "ann.lead@example.org"
TITLE = "Section 11 audit 2027"
GOOD = [
    sheet_row("Oak Surgery", sector="primary-care", lead_name="Omar Bell", lead_email="omar.bell@example.org", form="light"),
    sheet_row("Hawthorn Primary", lead_email=LEAD, signatory_name="Hal Head", signatory_email="hal.head@example.org", form="light"),
    sheet_row("Elm School", lead_email="ed.lead@example.org", lead_name="Ed Lead", form="full"),
    sheet_row("Elm School", unit="Sixth form", lead_email="ed.lead@example.org", lead_name="Ed Lead", form="light"),
]
BAD = [
    *GOOD[:2],
    sheet_row("Yew School", sector="moon-base", lead_email="yolanda@example.org"),
    sheet_row("Ash School", lead_email="no address", form="medium"),
    sheet_row("", lead_email="nobody@example.org"),
]


@pytest.fixture
def partnership() -> Partnership:
    library_edition()
    made = make_partnership("Riverside Partnership")
    make_sector(made, SectorKind.SCHOOL)
    primary_care = make_sector(made, SectorKind.PRIMARY_CARE)
    make_participation(made, make_organisation("Oak Surgery"), sector=primary_care)
    make_membership(make_person("Olive Officer", email=OFFICER), Role.OFFICER, of=made)
    return made


def fill_day(page: Page, field: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.fill(f"#id_{field}-{part}", str(getattr(day, part)))


def upload(page: Page, rows: list[dict[str, str]]) -> None:
    page.get_by_label("Choose your sheet").set_input_files({"name": "invitations.csv", "mimeType": "text/csv", "buffer": csv_bytes(rows)})
    press(page, "Upload and check")
    page.locator("main a.govuk-button").click()  # on from the page of the work in the background


def set_up_every_step(page: Page) -> None:
    """From the list of audits to the list of steps, with each step but the inviting done."""
    follow(page, "Cycles")
    follow(page, "Set up a new audit")
    page.get_by_label("What is this audit called?").fill(TITLE)
    press(page, "Continue")
    follow(page, "Tool and edition")
    page.get_by_label("Section 11 standards").check()
    press(page, "Save and continue")
    follow(page, "Forms")
    page.get_by_label("Light").check()
    press(page, "Save and continue")
    follow(page, "Dates")
    fill_day(page, "opens", today())
    fill_day(page, "due", today() - timedelta(days=1))
    press(page, "Save and continue")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    fill_day(page, "due", today() + timedelta(days=90))
    press(page, "Save and continue")
    follow(page, "Bands")
    press(page, "Save and continue")
    follow(page, "Local statements")
    page.locator("#id_row-0-text").fill("Our staff use the partnership's neglect tool.")
    page.locator("#id_row-0-light").check()
    press(page, "Save and continue")
    follow(page, "Wording of the emails")
    page.get_by_label("Subject of the invitation").fill("Please take part: {cycle}")
    press(page, "Save and see how it reads")
    expect(page.get_by_role("definition").filter(has_text=f"Please take part: {TITLE}")).to_be_visible()
    follow(page, "Back to the steps")


def test_from_a_new_audit_to_a_lead_at_their_task_list(
    page: Page, new_browser_context: NewContext, partnership: Partnership, assert_accessible: AssertAccessible
) -> None:
    # given an officer who signs in by emailed code and takes every step of the set-up
    sign_in(page, OFFICER)
    heading(page, "Today")
    set_up_every_step(page)
    # when they upload a sheet with bad rows
    follow(page, "Whom to invite")
    follow(page, "Upload a sheet")
    upload(page, BAD)
    # then all of them are listed with row and reason, and nothing of it is kept
    heading(page, "The sheet needs mending")
    problems = page.get_by_role("row")
    expect(problems.filter(has_text="moon-base")).to_contain_text("4")
    expect(problems.filter(has_text="no address")).to_contain_text("5")
    expect(problems.filter(has_text="medium")).to_contain_text("5")
    expect(page.get_by_role("row", name=re.compile("^6 name"))).to_be_visible()
    assert_accessible(page)
    assert Invitation.objects.count() == 0
    assert Participation.objects.count() == 1
    # when they upload the mended sheet
    follow(page, "Upload the mended sheet")
    upload(page, GOOD)
    # then each row says what it will do, and the organisation that is there already is matched
    heading(page, "Check whom you invite")
    expect(page.get_by_role("row").filter(has_text="Oak Surgery")).to_contain_text("Already here")
    expect(page.get_by_role("row").filter(has_text="Hawthorn Primary")).to_contain_text("New organisation")
    expect(page.get_by_role("row").filter(has_text="Sixth form")).to_contain_text("Another unit")
    assert_accessible(page)
    press(page, "Invite 4 units")
    follow(page, "Continue")
    heading(page, "4 invitations made")
    assert Participation.objects.count() == 3
    # when they check and open the audit
    follow(page, "Go on with the set-up")
    follow(page, "Check and open")
    heading(page, "Check before you open the audit")
    follow(page, "Go on to open the audit")
    emails_go()
    assert not [one for one in mail.outbox if "Please take part" in one.subject]
    page.get_by_role("button", name="Open the audit and send").click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Open Section 11")
    # then the scheduler sends one email a unit
    emails_go()
    emails_go()
    sent = sorted(one.to[0].rpartition("<")[2].rstrip(">") for one in mail.outbox if one.subject == f"Please take part: {TITLE}")
    assert sent == [LEAD, "ed.lead@example.org", "ed.lead@example.org", "omar.bell@example.org"]
    # when a lead follows the link and signs in with a code sent to the same address
    lead = new_browser_context().new_page()
    follow_invited_link(lead, LEAD, TITLE)
    # then they stand before their task list
    heading(lead, TITLE)
    expect(lead.get_by_text("0 of 27 statements answered")).to_be_visible()
    expect(lead.get_by_role("link", name="1. Leadership and accountability")).to_be_visible()
    assert newest_email(LEAD, TITLE)
    assert_accessible(lead)
    # and the officer's register shows that they opened it
    page.goto(f"/p/{partnership.slug}/today")
    follow(page, TITLE)
    row = page.get_by_role("row").filter(has_text="Hawthorn Primary")
    expect(row).to_contain_text("0 of 27")
    expect(page.get_by_role("row").filter(has_text="Elm School")).to_have_count(2)
