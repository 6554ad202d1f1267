from datetime import timedelta

import pytest

from section11.directory.models import Person
from section11.directory.queries.invited_links import read_invited_token
from section11.directory.vocabulary import Role
from section11.notices.kinds.sign_off_asked import KIND
from section11.notices.vocabulary import EmailKind
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.take_back import take_back
from tests.factories.directory import make_membership
from tests.factories.notices import texts
from tests.factories.returns import AT, answer_everything, ask, open_return, sign

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_goes_to_the_signatory_with_a_link_of_their_own():
    opened = open_return()
    answer_everything(opened)
    ask(opened)
    [(notice, text)] = texts(KIND, BEFORE)
    assert notice.kind == EmailKind.SIGN_OFF_ASKED
    assert notice.recipient.person_ref == opened.signatory.person_ref
    assert f"{opened.lead.name} has asked you to approve the return of {opened.participation.name}" in text.body
    assert notice.reply_to == Person.objects.get(pk=opened.lead.person_id).email
    assert notice.reply_to in text.body
    link = read_invited_token(text.body.partition("/invited/")[2].split()[0])
    assert link.page == f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}/sign-off"
    assert link.person_ref == opened.signatory.person_ref


def test_is_not_due_once_decided_or_taken_back():
    opened = open_return()
    answer_everything(opened)
    sign(opened)
    other = open_return()
    answer_everything(other)
    ask(other)
    take_back(other.lead, other.return_id, at=AT)
    assert texts(KIND, BEFORE) == []


def test_who_asks_in_person_needs_no_email():
    opened = open_return()
    answer_everything(opened)
    held = make_membership(Person.objects.get(pk=opened.lead.person_id), Role.SIGNATORY, of=opened.unit)
    ask_sign_off(opened.lead, opened.return_id, held.pk, at=AT)
    assert texts(KIND, BEFORE) == []
