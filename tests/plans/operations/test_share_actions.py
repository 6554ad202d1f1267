from datetime import timedelta

import pytest

from section11.plans.models import ActionShare
from section11.plans.operations.share_actions import share_actions
from tests.factories.plans import followed_action, planned
from tests.factories.returns import AT, open_return

pytestmark = pytest.mark.django_db


def test_each_is_shared_once_from_its_first_moment_on() -> None:
    opened = open_return()
    one, two = planned(opened), planned(opened, "1.2")
    share_actions([one], opened.invitation.pk, at=AT)
    share_actions(iter([two, one, two]), opened.invitation.pk, at=AT + timedelta(days=1))
    shares = ActionShare.objects.order_by("action_id").values_list("action_id", "invitation_id", "shared_at")
    assert list(shares) == [(one, opened.invitation.pk, AT), (two, opened.invitation.pk, AT + timedelta(days=1))]


def test_a_submission_shares_its_plan_with_whom_it_went_to() -> None:
    followed = followed_action()
    assert list(ActionShare.objects.values_list("action_id", "invitation_id")) == [(followed.action_id, followed.opened.invitation.pk)]
