from datetime import timedelta

import pytest

from section11.directory.models import Person
from section11.directory.vocabulary import Role
from section11.notices.kinds.receipt import KIND
from section11.notices.vocabulary import EmailKind
from section11.returns.models import Submission
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from tests.factories.directory import make_membership
from tests.factories.notices import texts
from tests.factories.returns import AT, answer_everything, in_organisation, open_return, rate, read_by, sign_and_submit, submitted_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_lead_and_signatory_each_get_the_reference_and_what_happens_next():
    opened, reference = submitted_return()
    found = texts(KIND, BEFORE)
    assert {notice.recipient.person_ref for notice, _ in found} == {opened.lead.person_ref, opened.signatory.person_ref}
    notice, text = found[0]
    assert notice.kind == EmailKind.RECEIPT
    assert reference in text.subject
    assert f"Your reference: {reference}\nSubmitted: 5 October 2026 at 10:00 by {opened.lead.name}\n" in text.body
    assert f"Approved by: {opened.signatory.name}, Headteacher" in text.body
    assert "What happens next" in text.body
    assert "Amend this return" in text.body
    assert "business.unit@example.org" in text.body
    assert f"/returns/{opened.return_id}/submissions/{reference}\n" in text.body


def test_holds_no_answers():
    opened = open_return()
    answer_everything(opened, comment="We train everybody in Tuesday meetings")
    sign_and_submit(opened)
    assert all("Tuesday" not in text.body for _, text in texts(KIND, BEFORE))


def test_who_is_both_gets_one():
    opened = open_return()
    person = Person.objects.get(pk=opened.lead.person_id)
    held = make_membership(person, Role.SIGNATORY, of=opened.unit)
    answer_everything(opened)
    ask_sign_off(opened.lead, opened.return_id, held.pk, at=AT)
    approve_return(
        in_organisation(person, opened),
        opened.return_id,
        read=read_by(in_organisation(person, opened), opened.return_id),
        job_title="Head",
        at=AT,
    )
    submit_return(opened.lead, opened.return_id, at=AT)
    assert len(texts(KIND, BEFORE)) == 1


def test_an_amended_return_gets_a_receipt_of_its_own():
    opened, first = submitted_return()
    later = AT + timedelta(days=1)
    start_amendment(opened.lead, opened.return_id, "A slip", at=later)
    rate(opened, "1.1", "met", comment="Changed", at=later)
    second = sign_and_submit(opened, at=later)
    [(_, text), _] = texts(KIND, AT)
    assert second in text.subject
    assert first not in text.body
    assert "the amended return" in text.body


def test_an_imported_submission_gets_none():
    opened, _ = submitted_return()
    made = Submission.objects.get(unit_return_id=opened.return_id)
    Submission.objects.create(
        unit_return_id=opened.return_id,
        invitation=made.invitation,
        number=2,
        reference="IMPORTED",
        form=made.form,
        sector_key=made.sector_key,
        sector_kind=made.sector_kind,
        submitted_at=AT,
        submitted_by="Deputy head",
        content_hash="x",
    )
    assert all("IMPORTED" not in text.subject for _, text in texts(KIND, BEFORE))
