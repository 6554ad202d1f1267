from datetime import datetime, timedelta

import pytest

from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.notices.models import Email
from section11.notices.operations.note_sent_elsewhere import note_sent_elsewhere
from section11.notices.vocabulary import EmailState
from tests.factories.directory import make_viewer
from tests.factories.notices import make_email

pytestmark = pytest.mark.django_db


def test_what_is_due_in_that_partnership_counts_as_sent(at: datetime) -> None:
    due = make_email(7)
    make_email(8)
    make_email(None)
    make_email(7, due_at=at + timedelta(seconds=1))
    make_email(7, state=EmailState.FAILED)
    assert note_sent_elsewhere(system_viewer("demo", partnership_id=7), at=at) == 1
    assert [(email.pk, email.sent_at) for email in Email.objects.filter(state=EmailState.SENT)] == [(due.pk, at)]


def test_only_the_product_itself_says_so_and_of_one_partnership(at: datetime) -> None:
    for viewer in (make_viewer(), system_viewer("demo")):
        with pytest.raises(Absent):
            note_sent_elsewhere(viewer, at=at)
