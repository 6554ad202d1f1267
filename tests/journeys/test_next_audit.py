"""The next audit: the officer invites those of the last one again, the lead reviews the answers, the reviewer sees what changed."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.returns.models import Answer, ReturnInvitation, Submission
from section11.returns.operations.save_narrative import save_narrative
from tests.browser import PHONE, AssertAccessible, NewContext
from tests.factories.cycles import make_draft, make_invitation
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    answer_of,
    make_answering_edition,
    narrative_of,
    next_return,
    open_return,
    partnership_viewer,
    sign_and_submit,
)
from tests.journeys.steps import already_signed_in, follow, heading, press, press_save, rate, saves_itself, statement

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def last() -> Opened:
    """A return that met everything in the last audit, which is closed; beside it one that never came."""
    opened = open_return(edition=make_answering_edition())
    answer_everything(opened, comment="As we do")
    save_narrative(opened.lead, opened.return_id, "1", "how", "Our board has a lead.", version=0, at=AT)
    sign_and_submit(opened)
    make_invitation(opened.cycle)
    Cycle.objects.filter(pk=opened.cycle.pk).update(state=CycleState.CLOSED)
    return opened


def invite_and_open(page: Page, cycle: Cycle, assert_accessible: AssertAccessible) -> None:
    """From the steps of the set-up to an open audit, with everybody of the last one."""
    page.goto(f"/p/{cycle.partnership.slug}/cycles/{cycle.slug}/set-up/whom")
    follow(page, "Invite those of an earlier audit")
    heading(page, "Invite again")
    expect(page.get_by_text("Review suggested: Fully met last time")).to_be_visible()
    expect(page.get_by_text("Full suggested: Did not submit last time")).to_be_visible()
    assert_accessible(page)
    press(page, "Invite all 2")
    expect(page.get_by_text("2 invitations made.")).to_be_visible()
    page.goto(f"/p/{cycle.partnership.slug}/cycles/{cycle.slug}/set-up/check")
    follow(page, "Go on to open the audit")
    page.get_by_role("button", name=re.compile("Open the audit")).click()
    expect(page.get_by_text("made ready")).to_be_visible()


def press_beside(page: Page, words: str, about: str) -> None:
    """Press the button of these words that belongs to one statement or narrative."""
    page.get_by_role("button", name=re.compile(f"{words}.*{re.escape(about)}")).click()


def confirm_the_rest_of(page: Page, assert_accessible: AssertAccessible) -> None:
    """The tick list of a standard: each answer by itself."""
    follow(page, "tick those that still hold")
    assert_accessible(page)
    for box in page.get_by_role("checkbox").all():
        box.check()
    press(page, "Confirm those ticked")


def test_the_officer_invites_again_the_lead_reviews_and_the_reviewer_sees_what_changed(
    new_browser_context: NewContext, assert_accessible: AssertAccessible, site: str, last: Opened
) -> None:
    draft = make_draft(last.cycle.partnership, edition=last.cycle.edition, title="The next audit")
    officer = already_signed_in(new_browser_context(), last.officer, site)
    invite_and_open(officer, draft, assert_accessible)
    invitation = Invitation.objects.get(cycle=draft, unit=last.unit)
    assert (invitation.form, Invitation.objects.filter(cycle=draft).count()) == ("review", 2)
    now = Opened(
        ReturnInvitation.objects.get(invitation=invitation).unit_return_id,
        *(invitation, last.unit, draft, last.participation, last.officer, last.lead, last.signatory, last.contributor),
    )
    # the lead's task list says that it is a review, and what it holds
    page = already_signed_in(new_browser_context(), last.lead, site)
    page.goto(f"/o/{last.unit.organisation.slug}/returns/{now.return_id}")
    expect(page.get_by_text("This is a review: it holds last time")).to_be_visible()
    expect(page.get_by_text("2 to confirm")).to_have_count(2)
    assert_accessible(page)
    # one is changed as it is typed: it is carried no longer
    follow(page, "1. Leadership")
    expect(page.get_by_text("Carried from last time, not yet confirmed")).to_have_count(2)
    assert_accessible(page)
    rate(page, "1.1", "Partially met")
    page.fill("#s-1_1-comment", "Our lead has left.")
    saves_itself(page, statement("1.1"))
    expect(page.locator(statement("1.1")).get_by_text("Carried from last time")).to_have_count(0)
    page.fill("#s-1_1-no_action_reason", "A new lead starts in May.")
    # and one confirmed by its own button, which saves the rest first
    press_beside(page, "it still holds", "1.2")
    expect(page.get_by_text("1.2 is confirmed")).to_be_visible()
    assert (answer_of(now, "1.1").carried, answer_of(now, "1.2").carried) == (False, False)
    assert answer_of(now, "1.1").no_action_reason == "A new lead starts in May."
    # what is left is named before sign-off
    page.goto(f"/o/{last.unit.organisation.slug}/returns/{now.return_id}/check")
    expect(page.locator(".s11-missing li")).to_have_count(2)
    assert_accessible(page)
    page.locator(".s11-missing li a").first.click()
    confirm_the_rest_of(page, assert_accessible)
    follow(page, "Next standard")
    heading(page, "What has changed, and what you will improve")
    page.fill("#n-changed-text", "Our lead has left.")
    saves_itself(page, "#n-changed")
    assert_accessible(page)
    sign_and_submit(now)
    # the reviewer reads first what changed, with last time's beside it
    reviewer = already_signed_in(new_browser_context(), partnership_viewer(now, Role.REVIEWER), site)
    reference = Submission.objects.get(invitation=invitation).reference
    reviewer.goto(f"/p/{draft.partnership.slug}/submissions/{reference}")
    expect(reviewer.get_by_text("1 level changed, 3 as before")).to_be_visible()
    expect(reviewer.get_by_text("Met, now Partially met")).to_be_visible()
    expect(reviewer.locator(statement("1.1")).get_by_text("Changed since last time")).to_be_visible()
    expect(reviewer.get_by_text("Confirmed as it was last time.")).to_have_count(3)
    assert_accessible(reviewer)


def start_from_last_time(context: BrowserContext, now: Opened, site: str) -> Page:
    """The task list's button, and the page that says what it does."""
    page = already_signed_in(context, now.lead, site)
    page.goto(f"/o/{now.unit.organisation.slug}/returns/{now.return_id}")
    follow(page, "Start from last time")
    page.get_by_role("button", name=re.compile("Start from last time")).click()
    expect(page.get_by_text("4 answers and 1 text carried")).to_be_visible()
    return page


def test_a_full_form_starts_from_last_times_answers_without_script(new_browser_context: NewContext, site: str, last: Opened) -> None:
    now = next_return(last)
    page = start_from_last_time(new_browser_context(java_script_enabled=False, size=PHONE), now, site)
    follow(page, "1. Leadership")
    expect(page.get_by_text("Carried from last time, not yet confirmed")).to_have_count(3)
    # a press confirms one and saves what else was typed
    page.fill("#s-1_2-comment", "We plan anew.")
    press_beside(page, "it still holds", "1.1")
    expect(page.get_by_text("Carried from last time, not yet confirmed")).to_have_count(1)
    press_beside(page, "it still holds", "How do you meet")
    assert (answer_of(now, "1.1").carried, answer_of(now, "1.2").comment, narrative_of(now, "1").carried) == (False, "We plan anew.", False)
    # one answer is put aside and given afresh
    press_save(page, "Save and go to the next standard")
    press_beside(page, "answer afresh", "2.1")
    expect(page.locator("#s-2_1-comment")).to_have_value("")
    rate(page, "2.1", "Met")
    press_save(page)
    page.goto(f"/o/{now.unit.organisation.slug}/returns/{now.return_id}/check")
    expect(page.locator(".s11-missing li")).to_have_count(1)
    expect(page.locator(".s11-missing li")).to_contain_text("confirm that it still holds")
    assert Answer.objects.filter(unit_return_id=now.return_id, carried=True).count() == 1
