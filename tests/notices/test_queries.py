import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.notices.queries import emails_in_trouble, own_email, own_emails
from section11.notices.vocabulary import EmailState
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
