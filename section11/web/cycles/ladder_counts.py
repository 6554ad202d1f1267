"""What a ladder would send: rung by rung, to how many, when."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from section11.cycles.queries.ladder import Awaited, Ladder
from section11.cycles.rules.ladder import Rung, rung_day
from section11.cycles.rules.ladder_plan import Fate, Planned, ladder_plan
from section11.notices.ladder_log import RungOfInvitation, rungs_that_went


@dataclass(frozen=True, slots=True)
class RungCount:
    """One rung: its day for the audit's own due date, and what becomes of it for the returns that are awaited."""

    rung: Rung
    day: date | None
    counts: Counter[Fate]
    emails: int  # that would still go
    nobody: int  # returns for which it would go, and nobody is there to be told

    @property
    def address(self) -> str:
        """How its page is named."""
        return rung_address(self.rung)

    @property
    def going(self) -> int:
        """To how many organisations it would still go."""
        return self.counts[Fate.NOW] + self.counts[Fate.TO_COME]


def rung_address(rung: Rung) -> str:
    """`overdue-7`."""
    return f"{rung.kind}-{abs(rung.days)}"


Plans = Sequence[tuple[Awaited, Sequence[Planned]]]


def ladder_counts(ladder: Ladder, rungs: Sequence[Rung], plans: Plans) -> list[RungCount]:
    """Each of these rungs with what it would do for the returns that a ladder's audit awaits."""
    found = []
    for place, rung in enumerate(rungs):
        going = [one.told_by(rung.kind) for one, plan in plans if plan[place].fate in (Fate.NOW, Fate.TO_COME)]
        found.append(
            RungCount(
                rung=rung,
                day=rung_day(ladder.due, rung.days) if ladder.due else None,
                counts=Counter(plan[place].fate for _, plan in plans),
                emails=sum(len(told) for told in going),
                nobody=sum(not told for told in going),
            )
        )
    return found


def plans_of(ladder: Ladder, rungs: Sequence[Rung], *, at: datetime) -> Plans:
    """Every awaited return with what becomes of each of these rungs."""
    went = rungs_that_went([one.invitation_id for one in ladder.awaited])
    return [(one, plan_of(one, rungs, went, at=at)) for one in ladder.awaited]


def plan_of(one: Awaited, rungs: Sequence[Rung], went: Collection[RungOfInvitation], *, at: datetime) -> list[Planned]:
    """What becomes of each of these rungs for one awaited return."""
    sent = [rung.key for rung in rungs if (one.invitation_id, *rung.key) in went]
    return ladder_plan(rungs, due=one.due, invited_at=one.invited_at, sent=sent, at=at)
