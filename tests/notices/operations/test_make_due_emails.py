from datetime import timedelta

import pytest

from section11.directory.queries.due_emails import Recipient
from section11.notices.models import Email, Mark
from section11.notices.notice import Kind, Notice, Text
from section11.notices.operations.make_due_emails import FIRST_LOOK_BACK, LOOK_BACK, make_due_emails
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import message_id
from tests.racing import failures, race

pytestmark = pytest.mark.django_db


def kind(*abouts: str, name: str = "test", asked: list | None = None, write=lambda: Text("Subject", "Body\n")) -> Kind:
    """A kind of which these are always due; `asked` collects since when it was asked."""

    def due(viewer, since):
        if asked is not None:
            asked.append(since)
        person = Recipient("Ann\r\nBcc: x@example.org", "ann@example.org", "person:1")
        return [
            Notice(EmailKind.REMINDER, about, "invitation:1", person, 7, "Riverside\nPartnership", "unit@example.org", write)
            for about in abouts
        ]

    return Kind(name, due)


def test_makes_each_email_once_however_often_it_looks(at):
    assert make_due_emails(at=at, kinds=[kind("a:1", "a:2", "a:1")]) == 2
    assert make_due_emails(at=at + timedelta(seconds=2), kinds=[kind("a:1", "a:2", "a:3")]) == 1
    email = Email.objects.get(about="a:1")
    assert (email.partnership_ref, email.subject_ref, email.to, email.reply_to) == (
        "partnership:7",
        "invitation:1",
        "ann@example.org",
        "unit@example.org",
    )
    assert (email.to_name, email.from_name) == ("Ann Bcc: x@example.org", "Riverside Partnership")
    assert (email.created_at, email.due_at) == (at, at)


def test_looks_back_a_little_before_it_last_looked(at):
    asked = []
    make_due_emails(at=at, kinds=[kind(asked=asked)])
    make_due_emails(at=at + timedelta(days=9), kinds=[kind(asked=asked)])
    make_due_emails(at=at + timedelta(days=10), kinds=[kind(asked=asked)])
    assert asked == [at - FIRST_LOOK_BACK, at - LOOK_BACK, at + timedelta(days=9) - LOOK_BACK]


def test_a_clock_put_back_does_not_move_the_mark(at):
    make_due_emails(at=at, kinds=[kind()])
    make_due_emails(at=at - timedelta(days=1), kinds=[kind()])
    assert Mark.objects.get().until == at


def test_a_kind_that_fails_is_looked_at_again_and_holds_up_nothing(at, caplog):
    def broken():
        raise ValueError("broken")

    assert make_due_emails(at=at, kinds=[kind("a:1", name="broken", write=broken), kind("b:1", name="works")]) == 1
    assert "'broken' could not be made" in caplog.text
    assert list(Mark.objects.values_list("kind", flat=True)) == ["works"]
    assert make_due_emails(at=at, kinds=[kind("a:1", name="broken")]) == 1


def test_message_ids_are_the_same_for_the_same_thing_and_differ_otherwise():
    assert message_id("a:1") == message_id("a:1") != message_id("a:2")


def test_looking_writes_nothing_where_nothing_happens(at, assert_queries):
    make_due_emails(at=at)
    with assert_queries(40) as seen:
        make_due_emails(at=at + timedelta(seconds=2))
    assert [sql for sql in seen.statements if not sql.startswith("SELECT")] == []


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_at_once_make_each_email_once(at):
    abouts = [f"a:{number}" for number in range(40)]
    ends = race([lambda: make_due_emails(at=at, kinds=[kind(*abouts)]) for _ in range(3)])
    assert failures(ends) == []
    assert Email.objects.count() == 40
