"""Emails with the link of a letter."""

from datetime import timedelta

import pytest

from section11.challenge.operations.approve_letter import approve_letter
from section11.challenge.operations.edit_letter import edit_letter
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.notices.kinds.letter import KIND
from section11.notices.models import Email
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.vocabulary import EmailKind
from tests.factories.directory import make_membership
from tests.factories.notices import texts
from tests.factories.panels import approved_letter, make_letter
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_leads_and_signatories_get_the_link_and_nothing_of_the_letter() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    assert texts(KIND, BEFORE) == []
    edit_letter(opened.officer, letter.pk, "Dear all, the zebra crossing is unsafe.", version=1, at=AT)
    approve_letter(opened.officer, letter.pk, version=2, at=AT)
    found = texts(KIND, BEFORE)
    assert {notice.recipient.person_ref for notice, _ in found} == {opened.lead.person_ref, opened.signatory.person_ref}
    for notice, text in found:
        assert notice.kind == EmailKind.LETTER
        assert f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}/letters/{letter.pk}\n" in text.body
        assert "zebra" not in text.body + text.subject


def test_who_is_both_gets_one_and_who_left_gets_none() -> None:
    opened, _ = submitted_return()
    held = Membership.objects.get(person=opened.lead.person_id, unit=opened.unit)
    make_membership(held.person, Role.SIGNATORY, of=opened.unit)
    Membership.objects.filter(person=opened.signatory.person_id, unit=opened.unit).update(ended_at=AT)
    approved_letter(opened)
    assert [notice.recipient.person_ref for notice, _ in texts(KIND, BEFORE)] == [opened.lead.person_ref]


def test_each_is_made_once() -> None:
    opened, _ = submitted_return()
    approved_letter(opened)
    for _ in range(2):
        make_due_emails(at=AT, kinds=(KIND,))
    assert Email.objects.count() == 2
