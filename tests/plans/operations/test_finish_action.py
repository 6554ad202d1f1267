import pytest

from section11.directory.vocabulary import Role
from section11.evidence.operations.add_evidence import add_evidence
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.lib.errors import Absent, Conflict, Refused
from section11.plans.models import ActionEvidence
from section11.plans.operations.finish_action import finish_action
from section11.plans.operations.resume_action import resume_action
from section11.plans.rules.updates import DoneText
from tests.factories.directory import make_unit, make_viewer
from tests.factories.plans import DONE, followed_action
from tests.factories.returns import AT, make_reference
from tests.people import let_in
from tests.plans.acts import ACTS, log_of, people_around, streams_told

pytestmark = pytest.mark.django_db


def test_it_says_what_was_done_who_was_better_off_and_what_shows_it() -> None:
    followed = followed_action()
    item = make_reference(followed.opened)
    assert finish_action(followed.opened.lead, followed.action_id, DONE, evidence=[item], version=1, at=AT) == 2
    now = followed.action
    note = "Everybody was trained in March\n\nWho was better off: Children told us that they know whom to ask"
    assert (now.state, now.done_at, now.done_note) == ("done", AT, note)
    assert list(ActionEvidence.objects.values_list("action_id", "item_id")) == [(now.pk, item)]
    assert log_of(now.pk) == [("done", "done", note)]
    assert streams_told("finished-action") == [followed.opened.organisation_stream, followed.opened.partnership_stream]


def test_both_texts_are_asked_for_at_once() -> None:
    followed = followed_action()
    with pytest.raises(Refused) as told:
        finish_action(followed.opened.lead, followed.action_id, DoneText(" ", "x" * 5001), version=1, at=AT)
    assert set(told.value.problems) == {"what", "better_off"}
    assert followed.action.state == "open"


def test_evidence_of_others_and_what_was_taken_out_is_not_there() -> None:
    followed = followed_action()
    other = make_unit(followed.opened.unit.organisation)
    foreign = add_evidence(make_viewer(Role.RETURN_LEAD, of=other), other.pk, kind="reference", title="Theirs", where="There", at=AT)
    gone = make_reference(followed.opened)
    remove_evidence(followed.opened.lead, gone, at=AT)
    for item in (foreign, gone, 10**9):
        with pytest.raises(Absent):
            finish_action(followed.opened.lead, followed.action_id, DONE, evidence=[item], version=1, at=AT)
    assert (followed.action.state, ActionEvidence.objects.count()) == ("open", 0)


def test_finished_again_it_shows_what_was_chosen_then() -> None:
    followed = followed_action()
    one, two = make_reference(followed.opened, "One"), make_reference(followed.opened, "Two")
    finish_action(followed.opened.lead, followed.action_id, DONE, evidence=[one], version=1, at=AT)
    resume_action(followed.opened.lead, followed.action_id, version=2, at=AT)
    finish_action(followed.opened.lead, followed.action_id, DONE, evidence=[two], version=3, at=AT)
    assert list(ActionEvidence.objects.values_list("item_id", flat=True)) == [two]


def test_who_saw_an_earlier_version_is_shown_what_stands() -> None:
    followed = followed_action()
    ACTS["update_progress"](followed.opened.contributor, followed.action)
    with pytest.raises(Conflict) as told:
        finish_action(followed.opened.lead, followed.action_id, DONE, version=1, at=AT)
    assert told.value.mine["what"] == DONE.what
    assert told.value.theirs["progress"] == "More is done"


def test_leads_and_contributors_of_the_unit_may() -> None:
    followed = followed_action()
    assert let_in(people_around(followed), lambda who: ACTS["finish_action"](who, followed.action)) == {"return-lead", "contributor"}
