import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Person
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.notices.operations.note_bounce import note_bounce
from section11.notices.operations.resend_email import resend_email
from section11.notices.operations.send_due_emails import send_due_emails
from section11.notices.vocabulary import EmailState
from tests.factories.directory import make_partnership, make_person, make_viewer
from tests.factories.notices import make_email
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", [EmailState.SENT, EmailState.UNKNOWN])
def test_an_officer_says_that_it_came_back(at, state):
    viewer, person = make_viewer(), make_person(email="ann@example.org")
    email = make_email(viewer.partnership_id, state=state, to="ann@example.org")
    note_bounce(viewer, email.pk, at=at)
    email.refresh_from_db()
    assert (email.state, email.problem) == (EmailState.CAME_BACK, f"{viewer.name} said that it came back")
    assert Person.objects.get(pk=person.pk).bounced_at == at
    event = ActivityEvent.objects.get(verb="email-came-back")
    assert (event.actor, event.subject, event.details) == (viewer.person_ref, f"email:{email.pk}", {"kind": "reminder"})


@pytest.mark.parametrize("state", [EmailState.DUE, EmailState.FAILED, EmailState.CAME_BACK])
def test_what_did_not_go_or_came_back_before_cannot(at, state):
    viewer = make_viewer()
    email = make_email(viewer.partnership_id, state=state)
    with pytest.raises(Refused):
        note_bounce(viewer, email.pk, at=at)
    assert not ActivityEvent.objects.filter(verb="email-came-back").exists()


def test_it_may_be_sent_again_under_the_same_message_id(at):
    viewer = make_viewer()
    email = make_email(viewer.partnership_id, state=EmailState.SENT)
    note_bounce(viewer, email.pk, at=at)
    resend_email(viewer, email.pk, at=at)
    assert send_due_emails(at=at) == 1
    note_bounce(viewer, email.pk, at=at)


def test_only_officers_of_its_partnership(at):
    partnership = make_partnership()
    email = make_email(partnership.pk, state=EmailState.SENT)
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=partnership), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            note_bounce(viewer, email.pk, at=at)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_note_it_once(at):
    partnership = make_partnership()
    email = make_email(partnership.pk, state=EmailState.SENT)
    officers = [make_viewer(of=partnership) for _ in range(2)]
    ends = race([lambda viewer=viewer: note_bounce(viewer, email.pk, at=at) for viewer in officers])
    assert failures(ends, Refused) == []
    assert ActivityEvent.objects.filter(verb="email-came-back").count() == 1
