import pytest

from section11.lib.errors import Conflict, Refused
from section11.plans.operations.ask_for_support import ask_for_support
from tests.factories.plans import followed_action, planned
from tests.factories.returns import AT, open_return
from tests.people import let_in
from tests.plans.acts import ACTS, log_of, people_around, streams_told

pytestmark = pytest.mark.django_db


def test_it_is_kept_with_its_moment_and_told_to_who_follows() -> None:
    followed = followed_action()
    assert ask_for_support(followed.opened.lead, followed.action_id, " A trainer\x00 ", version=1, at=AT) == 2
    now = followed.action
    assert (now.help_wanted, now.help_asked_at, now.state) == ("A trainer", AT, "open")
    assert log_of(now.pk) == [("asked", "open", "A trainer")]
    assert streams_told("asked-for-support") == [followed.opened.organisation_stream, followed.opened.partnership_stream]


def test_a_later_question_takes_its_place_and_the_log_keeps_both() -> None:
    followed = followed_action()
    for version, text in enumerate(("One", "Another"), 1):
        ask_for_support(followed.opened.lead, followed.action_id, text, version=version, at=AT)
    assert followed.action.help_wanted == "Another"
    assert [text for _, _, text in log_of(followed.action_id)] == ["One", "Another"]


@pytest.mark.parametrize("text", ["", "  \r\n", "x" * 5001])
def test_it_says_something_and_not_too_much(text: str) -> None:
    followed = followed_action()
    with pytest.raises(Refused) as told:
        ask_for_support(followed.opened.lead, followed.action_id, text, version=1, at=AT)
    assert set(told.value.problems) == {"text"}


def test_nobody_is_asked_who_cannot_see_the_action() -> None:
    opened = open_return()
    with pytest.raises(Refused, match="No partnership sees this action yet"):
        ask_for_support(opened.lead, planned(opened), "A trainer", version=1, at=AT)


def test_who_comes_second_is_shown_both_texts() -> None:
    followed = followed_action()
    ask_for_support(followed.opened.contributor, followed.action_id, "Theirs", version=1, at=AT)
    with pytest.raises(Conflict) as told:
        ask_for_support(followed.opened.lead, followed.action_id, "Mine", version=1, at=AT)
    assert (told.value.mine, told.value.theirs) == ({"text": "Mine"}, {"text": "Theirs"})


def test_leads_and_contributors_of_the_unit_may() -> None:
    followed = followed_action()
    assert let_in(people_around(followed), lambda who: ACTS["ask_for_support"](who, followed.action)) == {"return-lead", "contributor"}
