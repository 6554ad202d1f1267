from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from section11.cycles.rules.chasing import reason_problem, why_not_extended, why_not_reminded, why_not_withdrawn
from section11.cycles.rules.standing import Standing, who_words

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
INVITED = Standing("invited", "opened", 65, 0, 0, None, "", date(2026, 10, 4), invited=True)


@pytest.mark.parametrize("state", ["withdrawn", "exempt"])
def test_who_was_left_out_is_left_alone(state: str) -> None:
    left_out = replace(INVITED, state=state)
    assert why_not_reminded(left_out, None, AT) == why_not_withdrawn(left_out) == why_not_extended(left_out, date(2027, 1, 1)) != ""
    assert not left_out.overdue(date(2027, 1, 1))
    assert left_out.more == ""


def test_whose_return_is_in_is_left_alone() -> None:
    sent = replace(INVITED, submissions=1, progress="amending", submitted_at=AT, submitted_by="Ann")
    assert why_not_reminded(sent, None, AT) == why_not_withdrawn(sent) == why_not_extended(sent, date(2027, 1, 1)) == "Return is in"
    assert not sent.overdue(date(2027, 1, 1))
    assert (sent.words, sent.more) == ("Being amended", "5 October 2026 by Ann")


def test_the_rest_are_chased() -> None:
    assert why_not_reminded(INVITED, None, AT) == why_not_withdrawn(INVITED) == ""
    assert why_not_reminded(INVITED, AT - timedelta(minutes=9), AT)
    assert not why_not_reminded(INVITED, AT - timedelta(minutes=10), AT)
    assert why_not_extended(INVITED, date(2026, 10, 5)) == ""
    assert why_not_extended(INVITED, date(2026, 10, 4))
    assert why_not_extended(replace(INVITED, due=None), date(2026, 10, 5)) == "Has no due date"
    assert INVITED.overdue(date(2026, 10, 5))
    assert not INVITED.overdue(date(2026, 10, 4))


def test_words() -> None:
    assert (INVITED.words, INVITED.more) == ("Opened", "0 of 65 answered")
    assert replace(INVITED, invited=False).words == "Not sent yet"
    assert (who_words("Oak", ""), who_words("Elm", "Wards")) == ("Oak", "Elm: Wards")
    assert reason_problem("x" * 2001)
