from datetime import timedelta

import pytest

from section11.challenge.vocabulary import SupportState
from section11.directory.models import Person
from section11.notices.kinds.support import KIND
from section11.notices.vocabulary import EmailKind
from tests.factories.follow_up import make_support, weak_return
from tests.factories.notices import texts
from tests.factories.returns import AT

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)


def test_tells_the_lead_the_day_and_with_whom():
    opened, _ = weak_return("1.1")
    make_support(opened, SupportState.AGREED)
    [(notice, text)] = texts(KIND, BEFORE)
    assert (notice.kind, notice.recipient.email) == (EmailKind.SUPPORT_AGREED, Person.objects.get(pk=opened.lead.person_id).email)
    assert text.subject.endswith("on 2 November 2026")
    assert "Olive Officer and Ann Lead" in text.body
    assert f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}" in text.body


def test_tells_that_the_record_is_there_and_not_what_it_says():
    opened, _ = weak_return("1.1")
    make_support(opened, SupportState.LOGGED)
    [(notice, text)] = texts(KIND, BEFORE)
    assert notice.kind == EmailKind.SUPPORT_LOGGED
    assert "Training" not in text.body


def test_what_is_only_needed_is_told_to_nobody():
    opened, _ = weak_return("1.1")
    make_support(opened)
    assert texts(KIND, BEFORE) == []
