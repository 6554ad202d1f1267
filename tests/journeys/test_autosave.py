"""Typing saves itself: in order, once, and never over a colleague's words."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.answers_stub import THEIRS, Service, kept, reply, write


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
    with stub.expect_request("**/answers/1.1"):
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


def test_mine_may_still_be_changed_before_the_choice(stub: Page, service: Service) -> None:
    service.answers = [reply(409, THEIRS)]
    write(stub, "My words")
    expect(stub.locator("[data-conflict]")).to_be_visible()
    stub.get_by_label("What you do now").fill("")
    stub.get_by_label("What you do now").press_sequentially("Mine and Ben's")
    expect(stub.locator("[data-conflict]")).to_contain_text("Mine and Ben's")
    stub.get_by_role("button", name="Keep mine").click()
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
    assert service.posts[-1][1]["comment"] == "Mine and Ben's"
    assert len(service.posts) == 2


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
    with stub.expect_request("**/answers/1.1"):
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


def test_a_page_that_goes_away_sends_what_was_just_typed(stub: Page, service: Service) -> None:
    stub.get_by_label("What you do now").fill("Just typed")
    stub.evaluate("window.dispatchEvent(new Event('pagehide'))")
    expect(stub.locator("#s-1_1 [data-saved]")).to_have_text("Saved 14:02")
