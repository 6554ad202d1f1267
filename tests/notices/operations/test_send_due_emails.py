import smtplib
from datetime import timedelta

import pytest
from django.core import mail

from section11.activity.models import ActivityEvent
from section11.notices.models import Email
from section11.notices.operations.mark_lost_emails import LONGEST_SENDING, mark_lost_emails
from section11.notices.operations.send_due_emails import WAITS, send_due_emails
from section11.notices.vocabulary import EmailState
from tests.factories.directory import make_partnership, make_person
from tests.factories.notices import NEVER, NOT_NOW, SCRIPTED, ScriptedBackend, make_email
from tests.racing import race

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings) -> type[ScriptedBackend]:
    settings.EMAIL_BACKEND = SCRIPTED
    ScriptedBackend.begin()
    return ScriptedBackend


def send(at) -> int:
    return send_due_emails(at=at, now=lambda: at)


def test_sends_what_is_due_once(at):
    email = make_email(to_name="Zoë, the lead", reply_to="unit@example.org")
    make_email(due_at=at + timedelta(seconds=1))
    assert send(at) == 1
    assert send(at) == 0
    email.refresh_from_db()
    assert (email.state, email.sent_at, email.attempts) == (EmailState.SENT, at, 1)
    [message] = mail.outbox
    assert message.extra_headers["Message-ID"] == email.message_id
    assert message.reply_to == ["unit@example.org"]
    written = message.message()
    assert "Zo" in written["To"]
    assert email.to in written["To"]
    assert written["Auto-Submitted"] == "auto-generated"


def test_sends_more_than_a_batch_in_one_round(at):
    for _ in range(120):
        make_email()
    assert send(at) == 120


def test_a_server_that_says_not_now_is_asked_again_later_and_in_the_end_no_more(at, server):
    email = make_email()
    when = at
    for wait in WAITS:
        server.begin(NOT_NOW)
        assert send(when) == 0
        email.refresh_from_db()
        assert (email.state, email.due_at) == (EmailState.DUE, when + wait)
        assert "451 try later" in email.problem
        assert send(when) == 0
        when += wait
    server.begin(NOT_NOW)
    send(when)
    email.refresh_from_db()
    assert (email.state, email.attempts) == (EmailState.FAILED, len(WAITS) + 1)


def refused(code: int, said: bytes) -> smtplib.SMTPRecipientsRefused:
    """What a server says to an address."""
    return smtplib.SMTPRecipientsRefused({"ann@example.org": (code, said)})


@pytest.mark.parametrize(
    "answer", [NEVER, refused(550, b"5.1.1 User unknown"), refused(553, b"mailbox name not allowed"), refused(552, b"5.2.2 mailbox full")]
)
def test_an_address_that_is_refused_for_good_is_one_that_emails_come_back_from(at, server, answer):
    server.begin(answer)
    person, partnership = make_person(email="ann@example.org"), make_partnership()
    email = make_email(partnership.pk, to="Ann@Example.org")
    other = make_email()
    assert send(at) == 1
    assert send(at + timedelta(days=1)) == 0
    email.refresh_from_db()
    person.refresh_from_db()
    assert email.state == EmailState.CAME_BACK
    assert email.problem.startswith("The mail server answered: 55")
    assert person.bounced_at == at
    assert server.taken == [other.message_id]
    [event] = ActivityEvent.objects.all()
    assert (event.verb, event.subject, event.details) == ("email-came-back", f"email:{email.pk}", {"kind": email.kind})


@pytest.mark.parametrize(
    "answer",
    [
        *(refused(550, b"5.7.1 Message refused by policy"), refused(554, b"Relay access denied"), refused(550, b"Blocked: spam")),
        *(refused(530, b"Authentication required"), refused(450, b"greylisted"), smtplib.SMTPSenderRefused(550, b"who?", "us@example.org")),
    ],
)
def test_an_address_is_not_blamed_for_what_is_said_of_us(at, server, answer):
    server.begin(answer)
    person = make_person(email="ann@example.org")
    email = make_email(to="ann@example.org")
    send(at)
    email.refresh_from_db()
    person.refresh_from_db()
    assert email.state in (EmailState.FAILED, EmailState.DUE)
    assert person.bounced_at is None


def test_a_slow_sender_whose_email_was_claimed_anew_blames_no_address(at, server):
    person = make_person(email="ann@example.org")
    email = make_email(to="ann@example.org")

    def meanwhile(_: object) -> None:
        Email.objects.filter(pk=email.pk).update(claimed_at=at + timedelta(hours=1))
        raise NEVER

    server.begin(meanwhile)
    send(at)
    email.refresh_from_db()
    person.refresh_from_db()
    assert (email.state, person.bounced_at) == (EmailState.CLAIMED, None)


@pytest.mark.parametrize("answer", [smtplib.SMTPDataError(554, b"spam"), smtplib.SMTPNotSupportedError("no UTF-8 addresses")])
def test_a_server_that_says_never_is_not_asked_again(at, server, answer):
    server.begin(answer)
    email = make_email()
    other = make_email()
    assert send(at) == 1
    email.refresh_from_db()
    other.refresh_from_db()
    assert (email.state, other.state) == (EmailState.FAILED, EmailState.SENT)
    assert email.problem


def test_an_email_that_cannot_be_written_fails_and_holds_up_nothing(at, server):
    email = make_email(subject="two\nlines")
    other = make_email()
    assert send(at) == 1
    email.refresh_from_db()
    assert email.state == EmailState.FAILED
    assert server.taken == [other.message_id]


@pytest.mark.parametrize("cut", [smtplib.SMTPServerDisconnected("gone"), TimeoutError("timed out"), OSError("no space left")])
def test_a_line_that_breaks_leaves_it_not_known_and_never_repeated(at, server, cut):
    server.begin(cut)
    email = make_email()
    send(at)
    send(at + timedelta(days=1))
    email.refresh_from_db()
    assert email.state == EmailState.UNKNOWN
    assert str(cut) in email.problem
    assert server.taken == []


def test_nothing_is_claimed_while_the_server_cannot_be_reached(at, server, caplog):
    server.down = True
    email = make_email()
    assert send(at) == 0
    email.refresh_from_db()
    assert (email.state, email.attempts) == (EmailState.DUE, 0)
    assert "cannot be reached" in caplog.text
    server.down = False
    assert send(at) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_sender_killed_on_either_side_of_the_sending_never_makes_a_double(at, server, after):
    """Before: it did not go; after: it did. Nobody can tell the two apart, so neither is repeated by itself."""

    def die(message=None):
        raise SystemExit

    server.begin(die if after else SystemExit())
    email = make_email()
    other = make_email()
    with pytest.raises(SystemExit):
        send(at)
    email.refresh_from_db()
    assert email.state == EmailState.CLAIMED
    assert send(at) == 1  # the other one goes its way
    assert mark_lost_emails(at=at + LONGEST_SENDING) == 0
    assert mark_lost_emails(at=at + LONGEST_SENDING + timedelta(seconds=1)) == 1
    assert send(at + timedelta(days=1)) == 0
    email.refresh_from_db()
    assert email.state == EmailState.UNKNOWN
    assert "Sending was interrupted" in email.problem
    assert server.taken.count(email.message_id) == (1 if after else 0)
    assert server.taken.count(other.message_id) == 1


def test_a_slow_sender_that_comes_back_tells_what_it_knows(at, server):
    email = make_email()
    server.begin(lambda message: Email.objects.update(state=EmailState.UNKNOWN))
    send(at)
    email.refresh_from_db()
    assert (email.state, email.problem) == (EmailState.SENT, "")


def test_a_slow_sender_does_not_touch_what_was_claimed_anew(at, server):
    email = make_email()
    server.begin(lambda message: Email.objects.update(state=EmailState.CLAIMED, claimed_at=at + timedelta(hours=1)))
    send(at)
    email.refresh_from_db()
    assert email.state == EmailState.CLAIMED


def test_stops_between_two_emails_when_told(at, server):
    for _ in range(3):
        make_email()
    assert send_due_emails(at=at, stop=lambda: len(server.taken) == 2, now=lambda: at) == 2


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_each_email_once(at, server):
    emails = [make_email() for _ in range(30)]
    ends = race([lambda: send(at) for _ in range(2)])
    assert sum(ends) == 30
    assert sorted(server.taken) == sorted(email.message_id for email in emails)
    assert set(Email.objects.values_list("state", "attempts")) == {(EmailState.SENT, 1)}
