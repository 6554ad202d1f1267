from datetime import timedelta

import pytest

from section11.cycles.models import Reminder
from section11.directory.vocabulary import Role
from section11.notices.kinds.reminder import KIND
from section11.notices.vocabulary import EmailKind
from tests.factories.directory import make_membership
from tests.factories.notices import texts
from tests.factories.returns import AT, Opened, open_return, submitted_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def remind(opened: Opened, subject: str = "{organisation}: a reminder", body: str = "Dear {name}: {link} by {due}") -> Reminder:
    """A reminder that an officer chose to send."""
    return Reminder.objects.create(
        invitation=opened.invitation, subject=subject, body=body, asked_at=AT, asked_by=opened.officer.person_ref, asked_by_name="Olu"
    )


def test_goes_to_every_lead_in_the_officers_own_words():
    opened = open_return()
    make_membership(role=Role.RETURN_LEAD, of=opened.unit)
    reminder = remind(opened)
    found = texts(KIND, BEFORE)
    assert len({notice.about for notice, _ in found}) == 2
    notice, text = found[0]
    assert notice.kind == EmailKind.REMINDER
    assert notice.about.startswith(f"reminder:{reminder.pk}:")
    assert text.subject == f"{opened.participation.name}: a reminder"
    assert text.body.startswith(f"Dear {opened.lead.name}: http")


def test_each_reminder_is_an_email_of_its_own():
    opened = open_return()
    remind(opened)
    remind(opened)
    assert len({notice.about for notice, _ in texts(KIND, BEFORE)}) == 2


def test_is_not_due_once_the_return_is_in_or_the_audit_closed():
    opened, _ = submitted_return()
    remind(opened)
    other = open_return()
    remind(other)
    other.cycle.state = "closed"
    other.cycle.save()
    assert texts(KIND, BEFORE) == []


def test_is_not_due_again_later():
    remind(open_return())
    assert texts(KIND, AT) == []
