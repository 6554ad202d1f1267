"""An organisation registers itself, an officer approves it, and its lead is in."""

import pytest
from playwright.sync_api import expect

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.browser import AssertAccessible, NewContext
from tests.factories.directory import make_membership, make_partnership, make_person, make_sector
from tests.journeys.test_sign_in import newest_code

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("scripts", [True, False])
def test_given_a_school_that_asks_when_an_officer_approves_then_its_lead_signs_in(
    new_browser_context: NewContext, assert_accessible: AssertAccessible, scripts: bool
) -> None:
    partnership = make_sector(make_partnership("Riverside Partnership")).partnership
    make_membership(make_person("Olive Marsh", email="olive@example.org"), Role.OFFICER, of=partnership)

    school = new_browser_context(java_script_enabled=scripts).new_page()
    school.goto("/register")
    school.get_by_role("button", name="Ask to take part").click()
    expect(school.get_by_role("alert")).to_contain_text("Enter the organisation's name")
    school.get_by_label("Name of your organisation").fill("Elm School")
    school.get_by_label("Sector").select_option("School")
    school.get_by_label("Why does your organisation take part?").select_option("Guidance")
    school.get_by_label("Your full name").fill("Ada Cole")
    school.get_by_label("Your email address").fill("ada@example.org")
    if scripts:
        assert_accessible(school)
    school.get_by_role("button", name="Ask to take part").click()
    expect(school.get_by_role("heading", level=1)).to_have_text("Your registration is sent")

    officer = new_browser_context(java_script_enabled=scripts).new_page()
    officer.goto("/p/riverside-partnership/registrations")
    officer.get_by_label("Email address").fill("olive@example.org")
    officer.get_by_role("button", name="Send me a code").click()
    officer.get_by_label("Sign-in code").fill(newest_code())
    officer.get_by_role("button", name="Sign in").click()
    officer.get_by_role("link", name="Approve Elm School").click()
    if scripts:
        assert_accessible(officer)
    officer.get_by_role("button", name="Approve").click()
    expect(officer.get_by_text("Elm School takes part now, and Ada Cole is its return lead.")).to_be_visible()

    school.goto("/sign-in")
    school.get_by_label("Email address").fill("ada@example.org")
    school.get_by_role("button", name="Send me a code").click()
    school.get_by_label("Sign-in code").fill(newest_code())
    school.get_by_role("button", name="Sign in").click()
    school.wait_for_url("**/your-returns")
    assert Membership.objects.filter(role=Role.RETURN_LEAD, ended_at__isnull=True).count() == 1
