"""Which actions a submission holds and shares, and how they live on beside it."""

from dataclasses import replace

import pytest

from section11.plans.models import ActionShare
from section11.plans.operations.add_action import add_action
from section11.plans.operations.update_progress import update_progress
from section11.plans.rules.updates import ProgressText
from section11.returns.models import SubmittedAction
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.queries.submission_view import submission
from tests.factories.plans import followed_action, planned
from tests.factories.returns import ACTION, AT, answer_everything, open_return, sign_and_submit

pytestmark = pytest.mark.django_db


def test_a_submission_keeps_the_plan_as_it_was_and_says_how_it_goes_on() -> None:
    followed = followed_action()
    opened = followed.opened
    reference = SubmittedAction.objects.get().submission.reference
    update_progress(opened.lead, followed.action_id, ProgressText("Half done", "amber", ACTION.due), version=1, at=AT)
    for viewer in (opened.lead, opened.officer):
        [line] = submission(viewer, reference).actions
        assert (line.progress, line.rag) == ("", "")
        assert line.living
        assert (line.living.action_id, line.living.words) == (followed.action_id, "Amber: at risk")


def test_what_one_partnership_raised_is_in_its_submission_and_in_no_other() -> None:
    first = open_return()
    other = open_return(unit=first.unit)
    raised = add_action(
        first.lead, first.unit.pk, replace(ACTION, what="Raised"), origin="challenge:1", only_for=first.invitation.pk, at=AT
    )
    for one in (first, other):
        planned(one)
        answer_everything(one)
        sign_and_submit(one)
    held = {
        one.invitation.pk: set(SubmittedAction.objects.filter(submission__invitation=one.invitation).values_list("what", flat=True))
        for one in (first, other)
    }
    assert held == {first.invitation.pk: {"Raised", ACTION.what}, other.invitation.pk: {ACTION.what}}
    assert set(ActionShare.objects.filter(action=raised).values_list("invitation_id", flat=True)) == {first.invitation.pk}


def test_an_amendment_shares_what_was_added_and_shares_nothing_twice() -> None:
    followed = followed_action()
    opened = followed.opened
    start_amendment(opened.lead, opened.return_id, "One more", at=AT)
    more = planned(opened, "1.2")
    sign_and_submit(opened)
    shares = ActionShare.objects.filter(invitation=opened.invitation).values_list("action_id", flat=True)
    assert sorted(shares) == sorted([followed.action_id, more])
    assert SubmittedAction.objects.filter(action=followed.action_id).count() == 2
