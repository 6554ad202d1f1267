"""Nothing typed is lost: not to a lost connection, a lost session or a closed page; and nobody else gets to see it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.journeys.answers_stub import THEIRS, Service, cut, kept, reply, write


def test_without_a_connection_it_is_kept_and_sent_when_it_is_back(stub: Page, service: Service) -> None:
    service.answers = [cut]
    write(stub, "Kept safe")
    alert = stub.get_by_role("alert")
    expect(alert).to_contain_text("Not saved. There is no connection")
    expect(alert).to_contain_text("kept on this device")
    assert kept(stub) == 1
    stub.evaluate("window.dispatchEvent(new Event('online'))")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    expect(alert).to_have_count(0)
    assert kept(stub) == 0


def test_it_tries_again_by_itself_after_a_fault_of_the_service(stub: Page, service: Service) -> None:
    stub.clock.install()
    stub.reload()
    service.answers = [reply(500, {}), reply(503, {})]
    write(stub, "Again")
    expect(stub.get_by_role("alert")).to_contain_text("does not answer as it should")
    stub.clock.run_for(3100)
    stub.clock.run_for(6100)
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    assert len(service.posts) == 3


@pytest.mark.parametrize("how", ["closed", "crashed"])
def test_what_was_not_saved_comes_back_on_the_next_visit(stub: Page, service: Service, context: BrowserContext, how: str) -> None:
    service.answers = [cut] * 9
    write(stub, "From before")
    expect(stub.get_by_role("alert")).to_be_visible()
    stub.close(run_before_unload=False)
    service.answers = []
    service.posts.clear()
    again = context.new_page()
    again.goto("/stub")
    expect(again.get_by_label("What you do now")).to_have_value("From before")
    expect(again.locator("[data-kept-all]")).to_contain_text("Some of what you typed was not saved")
    assert service.posts == [], "it is offered, not sent by itself"
    if how == "closed":
        again.get_by_role("button", name="Save it").click()
        expect(again.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
        assert service.posts[0][1]["version"] == "3"
    else:
        again.get_by_role("button", name="Throw it away").click()
        expect(again.get_by_label("What you do now")).to_have_value("")
    expect(again.locator("[data-kept]")).to_have_count(0)
    assert kept(again) == 0


def test_text_that_came_back_meets_a_colleague_s_change_as_two_texts(stub: Page, service: Service, context: BrowserContext) -> None:
    service.answers = [cut] * 9
    write(stub, "From before")
    expect(stub.get_by_role("alert")).to_be_visible()
    stub.close(run_before_unload=False)
    service.comment, service.versions["/answers/1.1"] = "Ben's words", 9
    service.answers = [reply(409, THEIRS)]
    again = context.new_page()
    again.goto("/stub")
    again.get_by_role("button", name="Save it").click()
    expect(again.locator("[data-conflict]")).to_contain_text("Ben's words")
    assert service.posts[-1][1]["version"] == "3", "the version that the text started from"


def test_two_tabs_keep_a_text_each_and_the_newer_comes_back_with_the_other_beside_it(
    stub: Page, service: Service, context: BrowserContext, assert_accessible: Callable[[Page], None]
) -> None:
    service.answers = [cut] * 99
    other = context.new_page()
    other.goto("/stub")
    write(stub, "From the first tab")
    expect(stub.get_by_role("alert")).to_be_visible()
    write(other, "From the second tab")
    expect(other.get_by_role("alert")).to_be_visible()
    for one in (stub, other):
        one.close(run_before_unload=False)
    service.answers = []
    again = context.new_page()
    again.goto("/stub")
    expect(again.get_by_label("What you do now")).to_have_value("From the second tab")
    expect(again.locator("[data-other]")).to_contain_text("From the first tab")
    assert_accessible(again)
    assert kept(again) == 2
    again.get_by_role("button", name="Use this instead").click()
    expect(again.get_by_label("What you do now")).to_have_value("From the first tab")
    expect(again.locator("[data-other]")).to_contain_text("From the second tab")
    again.get_by_role("button", name="Throw this away").click()
    expect(again.locator("[data-other]")).to_have_count(0)
    again.get_by_role("button", name="Save it").click()
    expect(again.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    assert service.posts[-1][1]["comment"] == "From the first tab"
    assert kept(again) == 0


def test_somebody_else_on_the_device_sees_nothing_of_it(stub: Page, service: Service, context: BrowserContext) -> None:
    service.answers = [cut] * 9
    write(stub, "Private")
    expect(stub.get_by_role("alert")).to_be_visible()
    stub.close(run_before_unload=False)
    service.person = "person:ben"
    other = context.new_page()
    other.goto("/stub")
    expect(other.get_by_label("What you do now")).to_have_value("")
    expect(other.locator("[data-kept]")).to_have_count(0)


def test_signing_out_asks_and_then_clears_the_device(stub: Page, service: Service) -> None:
    service.answers = [cut] * 9
    write(stub, "Not saved")
    expect(stub.get_by_role("alert")).to_be_visible()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    stub.once("dialog", stay)
    stub.get_by_role("button", name="Sign out").click()
    assert "not saved yet" in asked[0]
    assert kept(stub) == 1
    stub.once("dialog", lambda dialog: dialog.accept())
    stub.get_by_role("button", name="Sign out").click()
    expect(stub).to_have_title("Gone on")
    assert kept(stub) == 0


@pytest.mark.parametrize(
    ("status_code", "said", "words"),
    [
        (401, {"problem": "", "sign_in": "/sign-in?next=/stub"}, "You are signed out"),
        (403, {"problem": ""}, "signed in again since this page was opened"),
        (404, {}, "did not take it"),
    ],
)
def test_a_lost_session_is_said_loudly_and_the_text_is_kept(
    stub: Page, service: Service, assert_accessible: Callable[[Page], None], status_code: int, said: dict[str, str], words: str
) -> None:
    service.answers = [reply(status_code, said)]
    write(stub, "Still here")
    expect(stub.get_by_role("alert")).to_contain_text(words)
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Not saved")
    assert kept(stub) == 1
    assert len(service.posts) == 1
    if status_code == 401:
        expect(stub.get_by_role("button", name="Sign in again")).to_have_attribute("href", "/sign-in?next=/stub")
    assert_accessible(stub)


def test_a_redirect_to_sign_in_counts_as_signed_out(stub: Page, service: Service) -> None:
    service.answers = [lambda route: route.fulfill(status=302, headers={"Location": "/sign-in"})]
    write(stub, "Still here")
    expect(stub.get_by_role("alert")).to_contain_text("You are signed out")


def test_leaving_warns_only_when_something_is_not_saved(stub: Page, service: Service) -> None:
    warned: list[str] = []

    def leave(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    stub.on("dialog", leave)
    write(stub, "Saved")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    stub.reload()
    assert warned == []
    service.answers = [cut] * 9
    write(stub, "Not saved")
    expect(stub.get_by_role("alert")).to_be_visible()
    stub.reload()
    assert warned == ["beforeunload"]


def test_texts_shown_again_after_a_failed_post_are_saved_with_the_next_press(stub: Page, service: Service) -> None:
    service.unsaved, service.comment = "data-unsaved", "Held for you"
    stub.goto("/stub")
    assert service.posts == []
    stub.get_by_role("button", name="Save and go on").click()
    expect(stub).to_have_title("Gone on")
    assert ("/answers/1.1", "Held for you") in [(address, fields.get("comment", "")) for address, fields in service.posts]
