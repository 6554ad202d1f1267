from datetime import UTC, date, datetime, timedelta

import pytest

from section11.cycles.rules.email_wording import EmailWording, wording_problems
from section11.cycles.rules.ladder import (
    FARTHEST,
    MOST_RUNGS,
    STARTER,
    Rung,
    follow_up_rung,
    in_order,
    ladder_problems,
    rung_moment,
    rungs_to_send,
)
from section11.cycles.rules.ladder_plan import Fate, ladder_plan
from section11.cycles.rules.ladder_wording import rung_wording
from section11.cycles.vocabulary import LadderKind

DUE = date(2027, 3, 31)
LONG_AGO = datetime(2026, 9, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def going(at: datetime, rungs=STARTER, *, due: date | None = DUE, invited_at: datetime | None = LONG_AGO) -> list[tuple[str, int]]:
    return [rung.key for rung in rungs_to_send(rungs, due=due, invited_at=invited_at, at=at)]


def test_the_starter_has_nothing_wrong_and_runs_from_the_first_to_the_last():
    assert ladder_problems(STARTER) == {}
    assert in_order(reversed(STARTER)) == list(STARTER)
    assert [rung.days_words for rung in STARTER][:3] == [
        "28 days before the due date",
        "7 days before the due date",
        "1 day after the due date",
    ]
    assert Rung(LadderKind.REMINDER, 0).days_words == "On the due date"


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2027, 3, 27), 9),  # the day before the clocks go forward: 9:00 is 9:00 UTC
        (date(2027, 3, 28), 8),  # they have gone forward at one in the morning: 9:00 is 8:00 UTC
        (date(2026, 10, 24), 8),
        (date(2026, 10, 25), 9),  # they went back
    ],
)
def test_a_rung_goes_at_nine_in_london_on_both_sides_of_both_clock_changes(day: date, hour: int):
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert rung_moment(day - 7 * DAY, 7) == rung_moment(day + 7 * DAY, -7) == moment
    rungs = [Rung(LadderKind.OVERDUE, 7)]
    assert going(moment - timedelta(seconds=1), rungs, due=day - 7 * DAY, invited_at=LONG_AGO - 90 * DAY) == []
    assert going(moment, rungs, due=day - 7 * DAY, invited_at=LONG_AGO - 90 * DAY) == [(LadderKind.OVERDUE, 7)]


def test_only_the_latest_rung_that_has_come_goes():
    assert going(rung_moment(DUE, -28) - DAY) == []
    for rung in STARTER:
        assert going(rung_moment(DUE, rung.days)) == [rung.key]
    assert going(rung_moment(DUE, 300)) == [STARTER[-1].key]


def test_two_rungs_of_one_day_go_both():
    rungs = [Rung(LadderKind.OVERDUE, 14), Rung(LadderKind.SENIOR, 14), Rung(LadderKind.OVERDUE, 1)]
    assert going(rung_moment(DUE, 14), rungs) == [(LadderKind.OVERDUE, 14), (LadderKind.SENIOR, 14)]


def test_a_reminder_whose_day_came_before_the_invitation_is_over():
    invited = rung_moment(DUE, -20)
    assert going(invited, invited_at=invited) == []
    assert going(rung_moment(DUE, -7), invited_at=invited) == [(LadderKind.REMINDER, -7)]


def test_nothing_goes_without_a_due_date_or_an_invitation():
    at = rung_moment(DUE, 30)
    assert going(at, due=None) == []
    assert going(at, invited_at=None) == []
    assert going(at, []) == []


def test_a_later_due_date_moves_the_rungs():
    at = rung_moment(DUE, 1)
    assert going(at) == [(LadderKind.OVERDUE, 1)]
    assert going(at, due=DUE + 20 * DAY) == [(LadderKind.REMINDER, -28)]
    assert going(at, due=DUE + 60 * DAY) == []


def test_what_comes_after_the_ladder():
    assert follow_up_rung(STARTER) == STARTER[-1]
    assert follow_up_rung(STARTER[:4]) == STARTER[3]
    assert follow_up_rung([*STARTER, Rung(LadderKind.OVERDUE, 60)]) == STARTER[-1]
    assert follow_up_rung([]) is None


def test_everything_wrong_is_told_at_once():
    rungs = [
        Rung("nobody", 1),
        Rung(LadderKind.REMINDER, 3),
        Rung(LadderKind.OVERDUE, 0),
        Rung(LadderKind.SENIOR, FARTHEST + 1),
        Rung(LadderKind.OVERDUE, 5),
        Rung(LadderKind.OVERDUE, 5),
        Rung(LadderKind.SENIOR, 6, "Subject", "No place for the address"),
        Rung(LadderKind.SENIOR, 8, "", "{link}"),
    ]
    assert set(ladder_problems(rungs)) == {"kind-0", "days-1", "days-2", "days-3", "days-5", "body-6", "subject-7"}
    assert ladder_problems([Rung(LadderKind.OVERDUE, day) for day in range(1, MOST_RUNGS + 2)]) == {"": "Keep to 12 steps or fewer"}
    assert ladder_problems([]) == {}


@pytest.mark.parametrize("kind", list(LadderKind))
def test_each_kind_has_words_of_its_own(kind: LadderKind):
    reminder = EmailWording("{cycle}", "{link}")
    assert (rung_wording(kind, None, reminder) == reminder) == (kind == LadderKind.REMINDER)
    assert wording_problems(rung_wording(kind, None, reminder), prefix="x") == {}
    own = EmailWording("Mine", "{link}")
    assert rung_wording(kind, own, reminder) == own


def test_the_plan_of_one_return_says_what_becomes_of_each_rung():
    at = rung_moment(DUE, 7)
    plan = ladder_plan(STARTER, due=DUE, invited_at=LONG_AGO, sent={(LadderKind.REMINDER, -28)}, at=at)
    assert [one.fate for one in plan] == [Fate.SENT, Fate.OVER, Fate.OVER, Fate.NOW, Fate.TO_COME, Fate.TO_COME]
    assert {one.fate for one in ladder_plan(STARTER, due=None, invited_at=LONG_AGO, sent=(), at=at)} == {Fate.NO_DATE}
    assert ladder_plan(STARTER, due=DUE, invited_at=None, sent=(), at=rung_moment(DUE, -20))[0].fate == Fate.OVER
