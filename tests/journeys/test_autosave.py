"""Typing saves itself and loses nothing: whatever the service, the connection or a colleague does meanwhile."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.journeys.answers_stub import Service, cut, reply

THEIRS = {"version": 9, "by": "Ben", "mine": {}, "theirs": {"level": "unmet", "comment": "Ben's words", "reason": ""}}


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def context(new_browser_context: Callable[..., BrowserContext], service: Service) -> BrowserContext:
    made = new_browser_context()
    service.start(made)
    return made


@pytest.fixture
def stub(context: BrowserContext) -> Page:
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto("/stub")
    return page


def write(page: Page, text: str, label: str = "What you do now") -> None:
    """Type into a box and leave it."""
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label(label, exact=True).blur()


def status(page: Page) -> str:
    return page.locator("#s-1_1 [data-saved]").inner_text()


def kept(page: Page) -> int:
    return int(page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('section11:')).length"))


def test_typing_saves_after_a_pause(stub: Page, service: Service) -> None:
    stub.clock.install()
    stub.reload()
    stub.get_by_label("What you do now").press_sequentially("We meet")
    stub.clock.run_for(1400)
    assert service.posts == []
    assert kept(stub) == 1
    stub.clock.run_for(200)
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    expect(stub.get_by_role("status")).to_have_text("Saved 14:02")
    address, fields = service.posts[0]
    assert address == "/answers/1.1"
    assert fields == {"level": "", "reason": "", "comment": "We meet", "version": "3", "was": "", "csrfmiddlewaretoken": "token"}
    assert kept(stub) == 0


def test_each_save_starts_from_the_version_of_the_last(stub: Page, service: Service) -> None:
    write(stub, "one")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    write(stub, "two")
    expect(stub.locator("input[name='s-1_1-version']")).to_have_value("5")
    assert [fields["version"] for _, fields in service.posts] == ["3", "4"]


def test_what_is_typed_during_a_save_is_saved_after_it_once(stub: Page, service: Service) -> None:
    service.answers = [service.wait]
    write(stub, "one")
    write(stub, "one two")
    write(stub, "one two three")
    assert [fields["comment"] for _, fields in service.posts] == ["one"]
    service.save(service.waiting[0])
    expect(stub.locator("input[name='s-1_1-version']")).to_have_value("5")
    assert [fields["comment"] for _, fields in service.posts] == ["one", "one two three"]
    assert [fields["version"] for _, fields in service.posts] == ["3", "4"]
    assert kept(stub) == 0


def test_two_texts_are_both_shown_and_mine_may_be_kept(stub: Page, service: Service, assert_accessible: Callable[[Page], None]) -> None:
    service.answers = [reply(409, THEIRS)]
    write(stub, "My words")
    panel = stub.locator("[data-conflict]")
    expect(panel).to_contain_text("Ben changed this while you were typing")
    expect(panel).to_contain_text("Ben's words")
    expect(panel).to_contain_text("Not met")
    expect(panel).to_contain_text("My words")
    expect(stub.get_by_label("What you do now")).to_have_value("My words")
    assert_accessible(stub)
    panel.get_by_role("button", name="Keep mine").press("Enter")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    assert service.posts[-1][1]["version"] == "9"
    assert service.posts[-1][1]["comment"] == "My words"
    expect(panel).to_have_count(0)


def test_theirs_may_be_used_and_mine_can_still_be_read(stub: Page, service: Service) -> None:
    service.answers = [reply(409, THEIRS)]
    write(stub, "My words")
    stub.get_by_role("button", name="Use theirs").press("Enter")
    expect(stub.get_by_label("What you do now")).to_have_value("Ben's words")
    expect(stub.get_by_label("Not met")).to_be_checked()
    expect(stub.locator("[data-put-aside]")).to_contain_text("My words")
    assert kept(stub) == 0
    write(stub, "Ben's words, and mine")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    assert service.posts[-1][1]["version"] == "9"


def test_the_same_words_from_two_people_are_no_conflict(stub: Page, service: Service) -> None:
    service.answers = [reply(409, {"version": 9, "by": "Ben", "theirs": {"level": "", "comment": "Same", "reason": "", "see": ""}})]
    write(stub, "Same")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved")
    expect(stub.locator("input[name='s-1_1-version']")).to_have_value("9")


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


def test_what_is_wrong_is_said_at_the_field_and_kept(stub: Page, service: Service, assert_accessible: Callable[[Page], None]) -> None:
    service.answers = [reply(422, {"problems": {"comment": "Shorten this to 5,000 characters or fewer"}})]
    write(stub, "Too long")
    expect(stub.locator("#s-1_1 .govuk-error-message")).to_contain_text("Shorten this")
    expect(stub.locator("#s-1_1 [data-saved]")).to_contain_text("Not saved")
    assert kept(stub) == 1
    assert_accessible(stub)
    write(stub, "Short")
    expect(stub.locator("#s-1_1 .govuk-error-message")).to_have_count(0)
    assert kept(stub) == 0


def test_an_action_half_typed_is_not_complained_about(stub: Page, service: Service) -> None:
    stub.get_by_label("Not met").check()
    service.answers = [service.save, reply(422, {"problems": {"what": "Say what you will do"}})]
    stub.get_by_label("Who leads?").fill("Head")
    stub.get_by_label("What will you do?").focus()
    expect(stub.locator(".govuk-error-message")).to_have_count(0)
    stub.get_by_label("How do you know?").focus()
    expect(stub.locator(".govuk-error-message")).to_contain_text("Say what you will do")
    write(stub, "Train all staff", "What will you do?")
    expect(stub.locator("input[name='s-1_1-action_id']")).to_have_value("7")
    assert service.posts[-1][0] == "/actions/1.1"


def test_reason_and_action_show_only_where_the_level_asks_for_them(stub: Page) -> None:
    expect(stub.get_by_label("Why does this level fit?")).to_be_hidden()
    expect(stub.get_by_label("What will you do?")).to_be_hidden()
    stub.get_by_label("Not met").check()
    expect(stub.get_by_label("What will you do?")).to_be_visible()
    stub.get_by_label("Not applicable").check()
    expect(stub.get_by_label("What will you do?")).to_be_hidden()
    expect(stub.get_by_label("Why does this level fit?")).to_be_visible()
    stub.get_by_label("Why does this level fit?").fill("We have no staff")
    stub.get_by_label("Met", exact=True).check()
    expect(stub.get_by_label("Why does this level fit?")).to_be_visible()


def test_the_plain_button_waits_for_what_is_under_way(stub: Page, service: Service) -> None:
    service.answers = [service.wait]
    write(stub, "one")
    stub.get_by_label("What you do now").fill("one two")
    stub.get_by_role("button", name="Save and go on").click()
    assert service.whole == []
    service.save(service.waiting[0])
    expect(stub).to_have_title("Gone on")
    assert [fields["comment"] for _, fields in service.posts] == ["one", "one two"]
    assert service.whole[0]["s-1_1-version"] == "5"
    assert service.whole[0]["then"] == "next"
    assert kept(stub) == 0


def test_the_plain_button_stays_on_the_page_while_there_are_two_texts(stub: Page, service: Service) -> None:
    service.answers = [reply(409, THEIRS)]
    write(stub, "My words")
    expect(stub.locator("[data-conflict]")).to_be_visible()
    stub.get_by_role("button", name="Save and go on").click()
    expect(stub.get_by_role("button", name="Keep mine")).to_be_focused()
    assert service.whole == []


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


def test_a_page_that_goes_away_sends_what_was_just_typed(stub: Page, service: Service) -> None:
    stub.get_by_label("What you do now").fill("Just typed")
    stub.evaluate("window.dispatchEvent(new Event('pagehide'))")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")


def test_texts_shown_again_after_a_failed_post_are_saved_with_the_next_press(stub: Page, service: Service) -> None:
    service.unsaved, service.comment = "data-unsaved", "Held for you"
    stub.goto("/stub")
    assert service.posts == []
    stub.get_by_role("button", name="Save and go on").click()
    expect(stub).to_have_title("Gone on")
    assert ("/answers/1.1", "Held for you") in [(address, fields.get("comment", "")) for address, fields in service.posts]
