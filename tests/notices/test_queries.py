from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.notices.queries import chased_at, emails_in_trouble, own_email, own_emails
from section11.notices.vocabulary import EmailKind, EmailState
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.notices import make_email

pytestmark = pytest.mark.django_db


def test_counts_what_wants_an_officer(at):
    viewer = make_viewer()
    for state in EmailState:
        make_email(viewer.partnership_id, state=state)
    make_email(make_partnership().pk, state=EmailState.FAILED)
    assert emails_in_trouble(viewer) == 2
    assert own_emails(viewer, at=at).page.total == 6


@pytest.mark.parametrize("role", [Role.EXECUTIVE_VIEWER, Role.REVIEWER, Role.RETURN_LEAD])
def test_nobody_but_officers_and_scrutineers_sees_any(at, role):
    viewer = make_viewer(role)
    email = make_email(viewer.partnership_id)
    for ask in (lambda: own_emails(viewer, at=at), lambda: own_email(viewer, email.pk), lambda: emails_in_trouble(viewer)):
        with pytest.raises(Absent):
            ask()


def test_when_the_ladder_last_wrote_about_each_invitation(at):
    viewer = make_viewer()
    for kind, days in ((EmailKind.LADDER_REMINDER, 9), (EmailKind.LADDER_OVERDUE, 2), (EmailKind.REMINDER, 1)):
        make_email(viewer.partnership_id, kind=kind, state=EmailState.SENT, sent_at=at - timedelta(days=days), subject_ref="invitation:7")
    make_email(viewer.partnership_id, kind=EmailKind.LADDER_REMINDER, subject_ref="invitation:8")
    make_email(make_partnership().pk, kind=EmailKind.LADDER_REMINDER, sent_at=at, subject_ref="invitation:9")
    assert chased_at(viewer, [7, 8, 9]) == {7: at - timedelta(days=2)}


def test_when_the_ladder_wrote_is_for_officers():
    with pytest.raises(Absent):
        chased_at(make_viewer(Role.EXECUTIVE_VIEWER), [7])
