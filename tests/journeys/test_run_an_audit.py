"""An officer sets up an audit, opens it, invites sixty organisations with a sheet, and chases: with scripts and without."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from section11.cycles.models import Cycle, Invitation, Reminder
from section11.cycles.operations.invite_units import invite_units
from section11.directory.models import Membership
from section11.directory.queries import viewer_in_partnership
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.clock import now, today
from section11.lib.dates import due_words
from section11.returns.models import Return
from tests.browser import DESKTOP, PHONE
from tests.factories.browsers import signed_in
from tests.factories.cycles import invitation_wording, make_cycle
from tests.factories.directory import make_membership, make_participation, make_partnership, make_person, make_sector
from tests.factories.sheets import csv_bytes, sheet_row, workbook_of
from tests.factories.standards import make_edition

SHOTS = os.environ.get("SECTION11_SCREENSHOTS", "")  # a folder, to look at the pages on the way
BASE = "/p/riverside-partnership"
AUDIT = f"{BASE}/cycles/section-11-audit-2027"


@pytest.fixture
def officer(transactional_db: None) -> Membership:
    partnership = make_partnership("Riverside Partnership")
    make_sector(partnership, SectorKind.SCHOOL, key="schools", label="Schools")
    make_sector(partnership, SectorKind.PRIMARY_CARE, key="gp", label="GP practices")
    make_participation(partnership, name="School 7")
    make_edition()
    return make_membership(make_person("Olive Officer"), Role.OFFICER, of=partnership)


@pytest.fixture(params=["with scripts on a desk", "without scripts on a phone"])
def page(request: pytest.FixtureRequest, new_browser_context: Callable[..., BrowserContext], site: str, officer: Membership) -> Page:
    """The officer's browser."""
    scripted = request.param.startswith("with scripts")
    context = new_browser_context(java_script_enabled=scripted, size=DESKTOP if scripted else PHONE)
    cookie = signed_in(officer.person).cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": site}])
    return context.new_page()


@pytest.fixture
def look(page: Page, request: pytest.FixtureRequest, assert_accessible: Callable[[Page], None]) -> Callable[[str], None]:
    """Look at the page on the way: where scripts run, axe finds nothing."""
    scripted = "with scripts" in request.node.name.split("[")[-1].replace("without scripts", "")

    def check(name: str) -> None:
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{name}-{'desk' if scripted else 'phone'}.png", full_page=True)
        if scripted:
            assert_accessible(page)

    return check


def button(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def day(page: Page, field: str, *parts: int) -> None:
    for part, value in zip(("day", "month", "year"), parts, strict=True):
        page.fill(f"[name={field}-{part}]", str(value))


def set_up(page: Page, look: Callable[[str], None]) -> None:
    """From today's page to an audit that is ready to open."""
    page.goto(f"{BASE}/today")
    look("today-empty")
    page.goto(f"{BASE}/cycles")
    look("cycles-empty")
    page.click("text=Set up a new audit")
    page.fill("[name=title]", "Section 11 audit 2027")
    look("new-cycle")
    button(page, "Continue")
    look("cycle-setup")
    page.click("text=Tool and edition")
    button(page, "Save and continue")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose one of the audit tools")
    look("choose-edition-error")
    page.check("text=Small standards")
    button(page, "Save and continue")
    page.click(".govuk-task-list >> text=Forms")
    page.check("text=Light")
    look("choose-forms")
    button(page, "Save and continue")
    page.click(".govuk-task-list >> text=Dates")
    day(page, "opens", today().day, today().month, today().year)
    day(page, "due", 31, 2, today().year + 1)
    button(page, "Save and continue")
    expect(page.locator(".govuk-error-summary")).to_contain_text("must be a real date")
    look("set-dates-error")
    day(page, "due", 31, 3, today().year + 1)
    button(page, "Save and continue")
    page.click(".govuk-task-list >> text=Bands")
    look("set-bands")
    button(page, "Save and continue")
    page.click("text=Local statements")
    page.fill("[name=row-0-text]", "Our staff use the partnership's neglect tool.")
    look("write-local-statements")
    button(page, "Save and continue")
    page.click("text=Wording of the emails")
    look("write-emails")
    button(page, "Save and see how it reads")
    expect(page.locator(".s11-email").first).to_contain_text("Dear Sam Example")
    look("preview-emails")
    page.click("text=Back to the steps")
    page.click("text=Check and open")


def upload(page: Page, name: str, data: bytes) -> None:
    """Send a sheet and go on from its progress page."""
    page.set_input_files("[name=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    button(page, "Upload and check")
    page.click("text=Continue")


def test_an_audit_is_set_up_opened_and_sixty_are_invited(page: Page, look: Callable[[str], None]) -> None:
    set_up(page, look)
    look("check-cycle")
    page.click("text=Go on to open the audit")
    look("open-cycle")
    button(page, "Open the audit")
    expect(page.locator("main")).to_contain_text("Nobody is invited yet")
    look("register-empty")
    page.click("text=Invite organisations")
    look("whom-to-invite")
    page.click("text=Upload a sheet")
    look("upload")
    rows = [sheet_row(f"School {n}", sector="Schools", lead_email=f"lead{n}@example.org") for n in range(60)]
    upload(page, "sheet.csv", csv_bytes([*rows[:58], {**rows[58], "sector": "skool"}, {**rows[59], "lead_email": "=cmd()"}]))
    expect(page.locator("main")).to_contain_text("2 things to put right, in 2 rows of 60")
    expect(page.locator("table")).to_contain_text("schools; gp (GP practices)")
    look("upload-refused")
    assert not Invitation.objects.exists()
    page.click("text=Upload the mended sheet")
    upload(page, "sheet.xlsx", workbook_of(rows))
    expect(page.locator("main")).to_contain_text("Already here: 1")
    look("upload-checked")
    button(page, "Invite, and send emails to, 60 units")
    page.click("text=Continue")
    look("upload-applied")
    assert (Invitation.objects.count(), Return.objects.count()) == (60, 60)
    page.click("text=See them in the register")
    expect(page.locator("main")).to_contain_text("Showing 1 to 50 of 60 returns")
    look("register")
    assert Cycle.objects.get().local_edition is not None


def test_the_register_is_filtered_and_chased(page: Page, officer: Membership, look: Callable[[str], None]) -> None:
    cycle = make_cycle(officer.partnership, slug="section-11-audit-2027", title="Section 11 audit 2027", due=today() + timedelta(days=90))
    viewer = viewer_in_partnership(officer.person, "riverside-partnership")
    assert viewer
    wordings = [invitation_wording(name=f"School {n}", sector="schools") for n in range(60)]
    invite_units(viewer, cycle.slug, wordings, at=now())
    page.goto(f"{AUDIT}/register")
    page.fill("[name=search]", "School 1")
    button(page, "Apply filters")
    expect(page.locator("main")).to_contain_text("Showing 1 to 15 of 15 returns")
    page.check("[name=chosen] >> nth=0", force=True)
    page.check("[name=chosen] >> nth=1", force=True)
    button(page, "Remind those chosen")
    look("remind")
    button(page, "See how it reads")
    expect(page.locator(".s11-email")).to_contain_text("Dear Ann Lead")
    look("remind-preview")
    button(page, "Send 2 emails")
    expect(page.locator(".govuk-notification-banner")).to_contain_text("2 reminders are on the way")
    assert "search=School+1" in page.url
    assert Reminder.objects.count() == 2
    page.goto(f"{AUDIT}/register")
    page.check("[name=all]", force=True)
    button(page, "Extend their due date")
    later = today() + timedelta(days=120)
    day(page, "due", later.day, later.month, later.year)
    button(page, "Continue")
    expect(page.locator("main")).to_contain_text(f"60 returns will be due on {due_words(later)}")
    look("extend-preview")
    button(page, "Extend 60 due dates")
    assert Invitation.objects.filter(due__isnull=False).count() == 60
    page.click("th >> text=School 0")
    look("invitation")
    page.click("text=Log a call, email or meeting")
    page.fill("[name=note]", "Will send it on Friday.")
    look("log-contact")
    button(page, "Log it")
    page.click("text=Exempt it from this audit")
    page.fill("[name=reason]", "Answers with School 1.")
    button(page, "Exempt it")
    expect(page.locator("main")).to_contain_text("Exempt")
    page.goto(f"{BASE}/today")
    expect(page.locator("main")).to_contain_text("59 invited")
    look("today")
