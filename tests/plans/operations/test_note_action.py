from datetime import timedelta

import pytest

from section11.plans.models import ActionUpdate
from section11.plans.operations.change_action import change_action
from section11.plans.operations.note_action import note_action
from section11.plans.operations.share_actions import share_actions
from section11.plans.vocabulary import UpdateKind
from tests.factories.plans import followed_action
from tests.factories.returns import ACTION, AT, open_return
from tests.plans.acts import log_of, streams_told

pytestmark = pytest.mark.django_db


def test_a_partnerships_act_is_told_to_it_and_the_organisation_only() -> None:
    followed = followed_action()
    share_actions([followed.action_id], open_return(unit=followed.opened.unit).invitation.pk, at=AT)  # another partnership's
    note_action(followed.opened.officer, followed.action_id, UpdateKind.CONFIRMED, verb="confirmed-action", text="Good", at=AT)
    [line] = ActionUpdate.objects.all()
    assert (line.partnership_id, line.by_name, line.text) == (followed.opened.cycle.partnership_id, followed.opened.officer.name, "Good")
    assert streams_told("confirmed-action") == [followed.opened.organisation_stream, followed.opened.partnership_stream]


def test_writing_for_a_while_is_one_line_of_the_log() -> None:
    followed = followed_action()
    lead = followed.opened.lead
    for number, minutes in enumerate((0, 3, 9, 30), 1):
        text = type(ACTION)(what=f"Train {number}", who=ACTION.who, due=ACTION.due)
        change_action(lead, followed.action_id, text, version=number, at=AT + timedelta(minutes=minutes))
    assert [kind for kind, _, _ in log_of(followed.action_id)] == ["changed", "changed"]
