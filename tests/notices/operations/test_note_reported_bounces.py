import pytest

from section11.directory.models import Person
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.notices.bounce_reports import Report
from section11.notices.models import Email
from section11.notices.operations.note_reported_bounces import Noted, note_reported_bounces
from section11.notices.vocabulary import EmailState
from tests.factories.directory import make_person, make_viewer
from tests.factories.notices import make_email

pytestmark = pytest.mark.django_db
PRODUCT = system_viewer("note-bounces")


def report(email: Email, *recipients: str) -> Report:
    return Report((email.message_id,), recipients, "It came back: 550")


@pytest.mark.parametrize("state", [EmailState.CLAIMED, EmailState.SENT, EmailState.UNKNOWN])
def test_marks_the_email_and_its_person_once(at, state):
    person = make_person(email="ann@example.org")
    email = make_email(state=state, to="ann@example.org")
    assert note_reported_bounces(PRODUCT, [report(email, "ann@example.org")], at=at) == Noted(1, 0, 0)
    assert note_reported_bounces(PRODUCT, [report(email, "ann@example.org")], at=at) == Noted(0, 1, 0)
    email.refresh_from_db()
    assert (email.state, email.problem) == (EmailState.CAME_BACK, "It came back: 550")
    assert Person.objects.get(pk=person.pk).bounced_at == at


def test_a_report_that_names_no_address_counts(at):
    assert note_reported_bounces(PRODUCT, [report(make_email(state=EmailState.SENT))], at=at).noted == 1


def test_a_report_about_another_address_or_no_email_of_ours_is_passed_over(at):
    """Nobody can have a lead's emails sent elsewhere by guessing a Message-ID."""
    person = make_person(email="ann@example.org")
    email = make_email(state=EmailState.SENT, to="ann@example.org")
    told = [report(email, "eve@elsewhere.example"), Report(("<no@such>",), (), "It came back")]
    assert note_reported_bounces(PRODUCT, told, at=at) == Noted(0, 0, 2)
    assert Person.objects.get(pk=person.pk).bounced_at is None


def test_an_email_that_belongs_to_no_partnership_is_marked_too(at):
    email = make_email(None, state=EmailState.SENT)
    assert note_reported_bounces(PRODUCT, [report(email)], at=at).noted == 1


def test_only_the_product_itself(at):
    with pytest.raises(Absent):
        note_reported_bounces(make_viewer(), [], at=at)
