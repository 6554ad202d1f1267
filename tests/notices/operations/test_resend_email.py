import pytest

from section11.activity.models import ActivityEvent
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.notices.operations.resend_email import resend_email
from section11.notices.operations.send_due_emails import send_due_emails
from section11.notices.vocabulary import EmailState
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.notices import make_email
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", [EmailState.FAILED, EmailState.UNKNOWN])
def test_an_officer_sends_it_again_under_the_same_message_id(at, state):
    viewer = make_viewer()
    email = make_email(viewer.partnership_id, state=state, attempts=6, problem="550 no such person", claimed_at=at)
    before = email.message_id
    resend_email(viewer, email.pk, at=at)
    email.refresh_from_db()
    assert (email.state, email.due_at, email.attempts, email.problem, email.message_id) == (EmailState.DUE, at, 0, "", before)
    event = ActivityEvent.objects.get(verb="email-resent")
    assert (event.actor, event.subject, event.details) == (viewer.person_ref, f"email:{email.pk}", {"kind": "reminder"})
    assert send_due_emails(at=at) == 1


@pytest.mark.parametrize("state", [EmailState.DUE, EmailState.CLAIMED, EmailState.SENT])
def test_what_is_not_lost_is_not_sent_again(at, state):
    viewer = make_viewer()
    email = make_email(viewer.partnership_id, state=state)
    with pytest.raises(Refused):
        resend_email(viewer, email.pk, at=at)
    email.refresh_from_db()
    assert email.state == state
    assert not ActivityEvent.objects.filter(verb="email-resent").exists()


def test_only_officers_of_its_partnership_may(at):
    partnership = make_partnership()
    email = make_email(partnership.pk, state=EmailState.FAILED)
    for viewer in (make_viewer(), make_viewer(Role.EXECUTIVE_VIEWER, of=partnership), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            resend_email(viewer, email.pk, at=at)
    email.refresh_from_db()
    assert email.state == EmailState.FAILED


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_send_it_again_once(at):
    partnership = make_partnership()
    officers = [make_viewer(of=partnership) for _ in range(2)]
    email = make_email(partnership.pk, state=EmailState.FAILED)
    ends = race([lambda viewer=viewer: resend_email(viewer, email.pk, at=at) for viewer in officers])
    assert failures(ends, Refused) == []
    assert sum(isinstance(end, Refused) for end in ends) == 1
    assert ActivityEvent.objects.filter(verb="email-resent").count() == 1
