from datetime import timedelta

import pytest

from section11.notices.kinds.returned_for_correction import KIND
from section11.notices.vocabulary import EmailKind
from section11.returns.operations.return_for_correction import return_for_correction
from tests.factories.notices import texts
from tests.factories.returns import AT, more_leads, sign_and_submit, submitted_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_every_lead_hears_that_it_came_back_and_not_why() -> None:
    opened, _ = submitted_return()
    more_leads(opened, 1)
    return_for_correction(opened.officer, opened.invitation.pk, "The figures of another school", at=AT)
    found = texts(KIND, BEFORE)
    assert len({notice.about for notice, _ in found}) == 2
    notice, text = found[0]
    assert notice.kind == EmailKind.RETURNED_FOR_CORRECTION
    assert "has returned the return of" in text.body
    assert opened.officer.name in text.body
    assert "another school" not in text.body
    assert f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}\n" in text.body


def test_nobody_hears_once_it_is_submitted_again() -> None:
    opened, _ = submitted_return()
    return_for_correction(opened.officer, opened.invitation.pk, "The figures of another school", at=AT)
    sign_and_submit(opened, at=AT)
    assert texts(KIND, BEFORE) == []
