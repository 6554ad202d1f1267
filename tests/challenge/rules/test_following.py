from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from section11.challenge.rules.following import (
    BandFloor,
    Cause,
    ReturnStanding,
    agreed_problems,
    asks_for_follow_up,
    causes_of,
    note_problems,
    outcome_text_problems,
    said_problems,
    still_to_raise,
)
from section11.challenge.vocabulary import FollowUpReason

BANDS = [BandFloor(Decimal(100), False), BandFloor(Decimal(60), False), BandFloor(Decimal(0), True)]
AT = datetime(2026, 10, 5, 9, tzinfo=UTC)
TODAY = date(2026, 10, 5)


def standing(met: int, rated: int, *missed: str) -> ReturnStanding:
    return ReturnStanding(met, rated, missed, AT)


@pytest.mark.parametrize(("met", "rated", "asks"), [(3, 5, False), (599, 1000, True), (0, 4, True), (4, 4, False), (0, 0, False)])
def test_the_exact_share_decides_the_band(met: int, rated: int, asks: bool):
    assert asks_for_follow_up(standing(met, rated), BANDS) is asks


def test_a_return_fully_meets_when_everything_rated_is_met_and_no_must_meet_is_missed():
    assert standing(4, 4).fully_meets
    assert not standing(3, 4).fully_meets
    assert not standing(4, 4, "1.1").fully_meets


def test_causes_carry_their_figures():
    assert causes_of(standing(4, 4), BANDS) == []
    assert causes_of(standing(1, 4, "1.1", "2.3"), BANDS) == [
        Cause(FollowUpReason.BAND, 1, 4),
        Cause(FollowUpReason.MUST_MEET, 1, 4, ("1.1", "2.3")),
    ]


def test_what_was_closed_comes_back_only_with_a_later_submission():
    band, never = Cause(FollowUpReason.BAND, 1, 4), Cause(FollowUpReason.NEVER_RETURNED)

    def raised(submitted_at: datetime | None, **closed: datetime) -> list[Cause]:
        ended = {reason.replace("_", "-"): moment for reason, moment in closed.items()}
        return still_to_raise([band, never], standing_now=(), closed=ended, submitted_at=submitted_at)

    assert raised(AT) == [band, never]
    assert raised(AT, band=AT) == [never]
    assert raised(AT + timedelta(seconds=1), band=AT) == [band, never]
    assert raised(None, band=AT, never_returned=AT) == []
    assert still_to_raise([band, never], standing_now={"band"}, closed={}, submitted_at=AT) == [never]


def test_everything_wrong_is_told_at_once():
    assert set(agreed_problems(None, "", TODAY)) == {"agreed_for", "with_whom"}
    assert set(agreed_problems(date(2226, 1, 1), "x" * 201, TODAY)) == {"agreed_for", "with_whom"}
    assert agreed_problems(date(2026, 9, 30), "Ann and Olive", TODAY) == {}
    assert agreed_problems(date(2025, 11, 30), "Ann and Olive", TODAY) == {"agreed_for": "Check the year of this date"}
    for problems in (said_problems, outcome_text_problems, note_problems):
        assert len(problems("")) == len(problems("x" * 5001)) == 1
        assert problems("Something") == {}
