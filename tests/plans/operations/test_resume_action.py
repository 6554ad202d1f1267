import pytest

from section11.lib.errors import Conflict
from section11.plans.operations.resume_action import resume_action
from tests.factories.plans import followed_action
from tests.factories.returns import AT
from tests.people import let_in
from tests.plans.acts import ACTS, log_of, people_around, streams_told

pytestmark = pytest.mark.django_db


def test_it_is_open_again_and_keeps_what_was_said() -> None:
    followed = followed_action(done=True)
    assert resume_action(followed.opened.lead, followed.action_id, version=2, at=AT) == 3
    now = followed.action
    assert (now.state, now.done_at, now.done_note != "") == ("open", None, True)
    assert log_of(now.pk)[-1] == ("resumed", "open", "")
    assert streams_told("resumed-action") == [followed.opened.organisation_stream, followed.opened.partnership_stream]


def test_an_earlier_version_is_a_conflict() -> None:
    followed = followed_action(done=True)
    with pytest.raises(Conflict):
        resume_action(followed.opened.lead, followed.action_id, version=1, at=AT)


def test_leads_and_contributors_of_the_unit_may() -> None:
    followed = followed_action(done=True)
    assert let_in(people_around(followed), lambda who: ACTS["resume_action"](who, followed.action)) == {"return-lead", "contributor"}
