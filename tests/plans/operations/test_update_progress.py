from datetime import date, timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.lib.errors import Conflict, Refused
from section11.plans.models import ActionUpdate
from section11.plans.operations.update_progress import update_progress
from section11.plans.rules.updates import ProgressText
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from section11.returns.queries.submission_view import submission
from tests.factories.plans import followed_action, planned
from tests.factories.returns import ACTION, AT, answer_everything, open_return, sign
from tests.people import let_in
from tests.plans.acts import ACTS, log_of, people_around, streams_told

pytestmark = pytest.mark.django_db
DUE = ACTION.due
LATER = AT + timedelta(days=200)


def test_progress_and_colour_are_the_next_version_and_a_line_of_the_log() -> None:
    followed = followed_action()
    lead = followed.opened.lead
    assert update_progress(lead, followed.action_id, ProgressText(" Half\r\ndone ", "amber", DUE), version=1, at=AT) == 2
    now = followed.action
    assert (now.progress, now.rag, now.due, now.version, now.updated_by_name) == ("Half\ndone", "amber", DUE, 2, lead.name)
    assert log_of(now.pk) == [("progress", "open", "Half\ndone")]


def test_a_new_date_wants_a_reason_and_both_are_kept() -> None:
    followed = followed_action()
    lead, new = followed.opened.lead, date(2027, 6, 1)
    with pytest.raises(Refused) as told:
        update_progress(lead, followed.action_id, ProgressText(due=new), version=1, at=AT)
    assert set(told.value.problems) == {"reason"}
    update_progress(lead, followed.action_id, ProgressText("On the way", "", new, "The trainer is ill"), version=1, at=AT)
    assert log_of(followed.action_id) == [("progress", "open", "On the way"), ("moved", "open", "The trainer is ill")]
    assert ActivityEvent.objects.filter(verb="moved-action").latest("pk").details["was"] == (DUE.isoformat() if DUE else None)


def test_nothing_typed_stands_in_an_event() -> None:
    followed = followed_action()
    update_progress(followed.opened.lead, followed.action_id, ProgressText("Secret words", "red", DUE), version=1, at=AT)
    assert all("Secret" not in str(e.details) for e in ActivityEvent.objects.all())
    opened = followed.opened
    assert streams_told("updated-action") == [opened.organisation_stream, opened.partnership_stream]


def test_what_nobody_follows_yet_is_the_organisations_alone() -> None:
    opened = open_return()
    action_id = planned(opened)
    update_progress(opened.lead, action_id, ProgressText("Begun", "green", DUE), version=1, at=AT)
    assert streams_told("updated-action") == [opened.organisation_stream]


@pytest.mark.parametrize("text", [ProgressText("x" * 5001, "", DUE), ProgressText("", "blue", DUE), ProgressText("More")])
def test_what_cannot_be_is_refused(text: ProgressText) -> None:
    followed = followed_action()
    with pytest.raises(Refused):
        update_progress(followed.opened.lead, followed.action_id, text, version=1, at=AT)
    assert followed.action.version == 1


@pytest.mark.parametrize("due", [date(2026, 10, 4), date(2150, 1, 1)])
def test_a_date_that_has_passed_may_stay_but_none_may_come(due: date) -> None:
    followed = followed_action()
    assert update_progress(followed.opened.lead, followed.action_id, ProgressText("Late", "red", DUE), version=1, at=LATER) == 2
    with pytest.raises(Refused) as told:
        update_progress(followed.opened.lead, followed.action_id, ProgressText("Late", "red", due, "Why"), version=2, at=AT)
    assert set(told.value.problems) == {"due"}


def test_who_comes_second_is_shown_both_texts_and_nothing_of_theirs_is_kept() -> None:
    followed = followed_action()
    opened = followed.opened
    update_progress(opened.contributor, followed.action_id, ProgressText("Theirs", "green", DUE), version=1, at=AT)
    with pytest.raises(Conflict) as told:
        update_progress(opened.lead, followed.action_id, ProgressText("Mine", "red", DUE), version=1, at=AT)
    assert (told.value.version, told.value.by) == (2, opened.contributor.name)
    assert (told.value.mine["progress"], told.value.theirs["progress"]) == ("Mine", "Theirs")
    assert ActionUpdate.objects.count() == 1


def test_the_same_words_again_change_nothing() -> None:
    followed = followed_action()
    text = ProgressText("Half", "green", DUE)
    lead = followed.opened.lead
    assert [update_progress(lead, followed.action_id, text, version=1, at=AT) for _ in range(3)] == [2, 2, 2]
    assert ActionUpdate.objects.count() == 1


def test_it_goes_on_after_the_audit_has_closed() -> None:
    followed = followed_action()
    Cycle.objects.update(state="closed", closed_at=LATER)
    assert update_progress(followed.opened.lead, followed.action_id, ProgressText("Still going", "green", DUE), version=1, at=LATER) == 2


def test_progress_told_while_a_return_is_signed_does_not_unsign_it_but_a_new_date_does() -> None:
    opened = open_return()
    action_id = planned(opened)
    answer_everything(opened)
    sign(opened)
    update_progress(opened.lead, action_id, ProgressText("Told late", "red", DUE), version=1, at=AT)
    reference = submit_return(opened.lead, opened.return_id, at=AT)
    [action] = submission(opened.lead, reference).actions
    assert (action.progress, action.rag) == ("Told late", "red")
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    sign(opened)
    update_progress(opened.lead, action_id, ProgressText("Told late", "red", date(2027, 9, 1), "Ill"), version=2, at=AT)
    with pytest.raises(Refused, match="changed since it was signed"):
        submit_return(opened.lead, opened.return_id, at=AT)


def test_leads_and_contributors_of_the_unit_may() -> None:
    followed = followed_action()
    assert let_in(people_around(followed), lambda who: ACTS["update_progress"](who, followed.action)) == {"return-lead", "contributor"}
