from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.core import signing

from section11.directory.queries.invited_links import DAYS, InvitedLink, LinkProblem, invited_address, read_invited_token
from section11.lib.clock import now

LINK = InvitedLink(person_ref="person:x", page="/o/oak/returns/1", by="Riverside Partnership", what="Section 11 audit 2027")


def token() -> str:
    return invited_address(person_ref=LINK.person_ref, page=LINK.page, by=LINK.by, what=LINK.what).rpartition("/invited/")[2]


def test_a_link_says_what_was_put_in(settings: LazySettings) -> None:
    settings.PUBLIC_URL = "https://audit.example"
    address = invited_address(person_ref=LINK.person_ref, page=LINK.page, by=LINK.by, what=LINK.what)
    assert address.startswith("https://audit.example/invited/")
    assert len(address) < 400
    assert "/" not in token()
    assert read_invited_token(token()) == LINK


def test_one_that_is_too_old() -> None:
    made = token()
    with time_machine.travel(now() + timedelta(days=DAYS, seconds=2)):
        assert read_invited_token(made) is LinkProblem.EXPIRED


@pytest.mark.parametrize(
    "made",
    [
        "",
        "x",
        signing.dumps(["a", "b", "c", "d"]),
        signing.dumps(["a"], salt="section11.invited"),
        signing.dumps(7, salt="section11.invited"),
    ],
    ids=["empty", "no link", "of another salt", "too few parts", "no parts"],
)
def test_one_that_is_not_ours(made: str) -> None:
    assert read_invited_token(made) is LinkProblem.BROKEN
    assert read_invited_token(token()[:-1]) is LinkProblem.BROKEN
