import pytest

from section11.challenge.operations.reply_to_support import reply_to_support
from section11.directory.models import Membership
from section11.lib.errors import Conflict, Refused
from section11.plans.operations.ask_for_support import ask_for_support
from tests.factories.plans import followed_action
from tests.factories.returns import AT
from tests.people import let_in
from tests.plans.acts import ACTS, log_of, people_around, streams_told

pytestmark = pytest.mark.django_db


def test_the_organisation_reads_the_answer() -> None:
    followed = followed_action()
    ask_for_support(followed.opened.lead, followed.action_id, "A trainer", version=1, at=AT)
    assert reply_to_support(followed.opened.officer, followed.action_id, " We send one ", version=2, at=AT) == 3
    now = followed.action
    assert (now.help_reply, now.help_replied_at, now.help_replied_by_name) == ("We send one", AT, followed.opened.officer.name)
    assert log_of(now.pk)[-1] == ("replied", "open", "We send one")
    assert streams_told("answered-support") == [followed.opened.organisation_stream, followed.opened.partnership_stream]


@pytest.mark.parametrize("text", ["", " ", "x" * 5001])
def test_it_says_something(text: str) -> None:
    followed = followed_action()
    with pytest.raises(Refused) as told:
        reply_to_support(followed.opened.officer, followed.action_id, text, version=1, at=AT)
    assert set(told.value.problems) == {"text"}


def test_who_answers_an_earlier_question_is_shown_the_later_one() -> None:
    followed = followed_action()
    ask_for_support(followed.opened.lead, followed.action_id, "Another thing", version=1, at=AT)
    with pytest.raises(Conflict) as told:
        reply_to_support(followed.opened.officer, followed.action_id, "Yes", version=1, at=AT)
    assert (told.value.mine["text"], told.value.theirs["asked"]) == ("Yes", "Another thing")


def test_who_belongs_to_the_organisation_leaves_it_to_a_colleague() -> None:
    followed = followed_action()
    Membership.objects.filter(person_id=followed.opened.officer.person_id).update(home_organisation=followed.opened.unit.organisation)
    with pytest.raises(Refused, match="so a colleague must do this"):
        reply_to_support(followed.opened.officer, followed.action_id, "No", version=1, at=AT)


def test_officers_of_a_partnership_that_follows_it_may() -> None:
    followed = followed_action()
    assert let_in(people_around(followed), lambda who: ACTS["reply_to_support"](who, followed.action)) == {"officer of the partnership"}
