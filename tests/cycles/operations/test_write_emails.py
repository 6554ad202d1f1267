from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.write_emails import write_emails
from section11.cycles.rules.email_wording import EmailWording
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def change(viewer: Viewer, cycle: Cycle, at: datetime, **typed: Any) -> None:
    typed = {"invitation": GOOD, "reminder": GOOD, "version": 1, **typed}
    write_emails(viewer, cycle.slug, **typed, at=at)


GOOD = EmailWording("{cycle} for {organisation}", "Dear {name}\r\n\r\nGo to {link} by {due}.\r\n\r\n{partnership} {contact}")


def test_the_wording_is_kept_with_its_placeholders(at: datetime) -> None:
    cycle = make_draft()
    change(make_viewer(of=cycle.partnership), cycle, at)
    cycle.refresh_from_db()
    assert cycle.email_subject == cycle.reminder_subject == GOOD.subject
    assert cycle.email_body == "Dear {name}\n\nGo to {link} by {due}.\n\n{partnership} {contact}\n"


@pytest.mark.parametrize(
    ("invitation", "wrong"),
    [
        (EmailWording("", " "), {"invitation_subject", "invitation_body"}),
        (EmailWording("{password}", "{link} {Name}"), {"invitation_subject", "invitation_body"}),
        (EmailWording("{name", "{link}} {"), {"invitation_subject", "invitation_body"}),
        (EmailWording("Two\nlines", "No address of the return"), {"invitation_subject", "invitation_body"}),
        (EmailWording("x" * 201, "{link}" + "x" * 5000), {"invitation_subject", "invitation_body"}),
        (EmailWording("{name.__class__}", "{link} {0} {}"), {"invitation_subject", "invitation_body"}),
    ],
)
def test_every_fault_is_told_at_once(invitation: EmailWording, wrong: set[str], at: datetime) -> None:
    cycle = make_draft()
    with pytest.raises(Refused) as refused:
        change(make_viewer(of=cycle.partnership), cycle, at, invitation=invitation)
    assert set(refused.value.problems) == wrong


def test_the_wording_may_change_while_open_for_those_invited_later(at: datetime) -> None:
    cycle = make_cycle()
    change(make_viewer(of=cycle.partnership), cycle, at)
    cycle.refresh_from_db()
    assert cycle.email_subject == GOOD.subject


def test_the_second_of_two_colleagues_is_told(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    change(officer, cycle, at)
    with pytest.raises(Conflict) as conflict:
        change(officer, cycle, at)
    assert conflict.value.version == 2
    assert ActivityEvent.objects.filter(verb="cycle-emails-worded").count() == 1


def test_once_closed_it_is_frozen(at: datetime) -> None:
    cycle = make_cycle(state=CycleState.CLOSED)
    with pytest.raises(Refused):
        change(make_viewer(of=cycle.partnership), cycle, at)


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_draft()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            change(viewer, cycle, at)
    cycle.refresh_from_db()
    assert cycle.version == 1
