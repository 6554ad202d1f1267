from datetime import timedelta

import pytest

from section11.notices.models import Email
from section11.notices.operations.mark_lost_emails import LONGEST_SENDING, mark_lost_emails
from section11.notices.vocabulary import EmailState
from tests.factories.notices import make_email

pytestmark = pytest.mark.django_db


def test_only_what_was_claimed_long_ago_is_marked(at):
    long_ago = at - LONGEST_SENDING - timedelta(seconds=1)
    lost = make_email(state=EmailState.CLAIMED, claimed_at=long_ago)
    make_email(state=EmailState.CLAIMED, claimed_at=at)
    for state in (EmailState.DUE, EmailState.SENT, EmailState.FAILED):
        make_email(state=state, claimed_at=long_ago)
    assert mark_lost_emails(at=at) == 1
    assert [email.pk for email in Email.objects.filter(state=EmailState.UNKNOWN)] == [lost.pk]
