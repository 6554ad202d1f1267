from datetime import timedelta

import pytest

from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.notices.kinds.colleague_invited import KIND
from section11.notices.vocabulary import EmailKind
from tests.factories.directory import make_membership, make_partnership
from tests.factories.notices import texts
from tests.factories.returns import AT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_says_as_what_and_what_that_lets_one_do(role):
    partnership = make_partnership("Riverside")
    made = make_membership(role=role, of=partnership, started_at=AT)
    [(notice, text)] = texts(KIND, AT - timedelta(minutes=1))
    assert (notice.kind, notice.about, notice.recipient.email) == (
        EmailKind.COLLEAGUE_INVITED,
        f"membership:{made.pk}",
        made.person.email,
    )
    assert "in Riverside as a" in text.body
    assert "You can " in text.body
    assert "/invited/" in text.body


def test_a_partnership_that_told_no_address_is_named_alone():
    make_membership(of=make_partnership("Riverside", contact_email=""), started_at=AT)
    [(_, text)] = texts(KIND, AT - timedelta(minutes=1))
    assert "please tell Riverside.\n" in text.body


def test_those_of_before_and_those_gone_get_none():
    make_membership()
    make_membership(started_at=AT, ended_at=AT)
    assert texts(KIND, AT - timedelta(minutes=1)) == []
