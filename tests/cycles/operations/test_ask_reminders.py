from datetime import datetime, timedelta
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Reminder
from section11.cycles.operations.ask_reminders import ask_reminders
from section11.cycles.rules.email_wording import EmailWording
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db
WORDING = EmailWording("A reminder of {cycle}", "Dear {name}\n\n{link}\n")


def test_each_gets_a_reminder_with_its_placeholders(at: datetime) -> None:
    cycle = make_cycle()
    some = [make_invitation(cycle), make_invitation(cycle, progress=Progress.SIGNED)]
    officer = make_viewer(of=cycle.partnership)
    assert ask_reminders(officer, cycle.slug, [i.pk for i in some], wording=WORDING, at=at) == 2
    told = Reminder.objects.order_by("pk").values_list("invitation", "subject", "body", "asked_at", "asked_by_name")
    assert list(told) == [(i.pk, WORDING.subject, WORDING.body, at, officer.name) for i in some]
    assert list(ActivityEvent.objects.filter(verb="reminder-asked").values_list("subject", flat=True)) == [i.ref for i in some]


def test_a_second_click_sends_nothing_twice(at: datetime) -> None:
    invitation = make_invitation()
    officer = make_viewer(of=invitation.cycle.partnership)
    for minutes, sent in ((0, True), (9, False), (10, True)):
        if sent:
            ask_reminders(officer, invitation.cycle.slug, [invitation.pk], wording=WORDING, at=at + timedelta(minutes=minutes))
            continue
        with pytest.raises(Refused):
            ask_reminders(officer, invitation.cycle.slug, [invitation.pk], wording=WORDING, at=at + timedelta(minutes=minutes))
    assert Reminder.objects.count() == 2


@pytest.mark.parametrize("stands", [{"submissions": 1}, {"state": InvitationState.EXEMPT}, {"state": InvitationState.WITHDRAWN}])
def test_all_or_none(stands: dict[str, Any], at: datetime) -> None:
    cycle = make_cycle()
    some = [make_invitation(cycle), make_invitation(cycle, **stands)]
    with pytest.raises(Refused):
        ask_reminders(make_viewer(of=cycle.partnership), cycle.slug, [i.pk for i in some], wording=WORDING, at=at)
    assert not Reminder.objects.exists()


def test_the_wording_is_checked_and_the_cycle_must_be_open(at: datetime) -> None:
    invitation = make_invitation()
    with pytest.raises(Refused) as refused:
        ask_reminders(
            make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, [invitation.pk], wording=EmailWording("", "x"), at=at
        )
    assert set(refused.value.problems) == {"reminder_subject", "reminder_body"}
    for cycle in (make_draft(), make_cycle(state=CycleState.CLOSED)):
        with pytest.raises(Refused):
            ask_reminders(make_viewer(of=cycle.partnership), cycle.slug, [make_invitation(cycle).pk], wording=WORDING, at=at)


def test_one_foreign_invitation_makes_all_absent(at: datetime) -> None:
    cycle = make_cycle()
    own = make_invitation(cycle)
    ids = [own.pk, make_invitation(make_cycle(cycle.partnership)).pk]
    officer = make_viewer(of=cycle.partnership)
    for viewer, wanted in ((officer, ids), (make_viewer(), [own.pk]), (make_viewer(Role.REVIEWER, of=cycle.partnership), [own.pk])):
        with pytest.raises(Absent):
            ask_reminders(viewer, cycle.slug, wanted, wording=WORDING, at=at)
    assert not Reminder.objects.exists()
