"""The chasing ladder: who is told how many days before or after a due date, and which rung an organisation stands on.

Each rung goes at nine in the morning in London. It goes once; when a later due date is given, the rungs that have not
gone move with it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from section11.cycles.rules.email_wording import EmailWording, wording_problems
from section11.cycles.vocabulary import LADDER_KIND_WORDS, LadderKind
from section11.lib.clock import LONDON
from section11.lib.words import plural

MOST_RUNGS = 12
FARTHEST = 365
HOUR = time(9)
_ORDER = {kind: number for number, kind in enumerate(LadderKind)}


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: whom it tells, how many `days` before (negative) or after the due date, and its own words if it has any."""

    kind: str
    days: int
    subject: str = ""
    body: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What makes it another rung than the rest."""
        return self.kind, self.days

    @property
    def wording(self) -> EmailWording | None:
        """Its own words; None where the usual ones are sent."""
        return EmailWording(self.subject, self.body) if self.subject or self.body else None

    @property
    def kind_words(self) -> str:
        """Whom it tells, in words."""
        return LADDER_KIND_WORDS[LadderKind(self.kind)]

    @property
    def days_words(self) -> str:
        """`7 days before the due date`."""
        if self.days == 0:
            return "On the due date"
        return f"{plural(abs(self.days), 'day')} {'before' if self.days < 0 else 'after'} the due date"


STARTER: tuple[Rung, ...] = (
    Rung(LadderKind.REMINDER, -28),
    Rung(LadderKind.REMINDER, -7),
    Rung(LadderKind.OVERDUE, 1),
    Rung(LadderKind.OVERDUE, 7),
    Rung(LadderKind.SENIOR, 14),
    Rung(LadderKind.STRATEGIC_LEAD, 28),
)


def in_order(rungs: Iterable[Rung]) -> list[Rung]:
    """The rungs from the first to the last."""
    return sorted(rungs, key=lambda rung: (rung.days, _ORDER.get(LadderKind(rung.kind), 0)))


def rung_day(due: date, days: int) -> date:
    """The day on which a rung goes."""
    return due + timedelta(days=days)


def rung_moment(due: date, days: int) -> datetime:
    """The instant at which a rung goes: nine in London on its day, in winter and in summer."""
    return datetime.combine(rung_day(due, days), HOUR, LONDON)


def follow_up_rung(rungs: Collection[Rung]) -> Rung | None:
    """The rung after which a return that never came is followed up: the strategic lead's, else the last one."""
    leads = [rung for rung in rungs if rung.kind == LadderKind.STRATEGIC_LEAD]
    return max(leads or rungs, key=lambda rung: rung.days, default=None)


def rungs_to_send(rungs: Iterable[Rung], *, due: date | None, invited_at: datetime | None, at: datetime) -> list[Rung]:
    """The rungs of the latest day that has come for an organisation, whether they went already or not; the others wait or are over.

    So after a late start or a change of the ladder nobody gets a burst of what was missed: only the latest. A reminder
    whose day came before the invitation went is over, since the invitation says the same.
    """
    if due is None or invited_at is None:
        return []
    come = [rung for rung in rungs if rung_moment(due, rung.days) <= at]
    telling = [rung for rung in come if rung.kind != LadderKind.REMINDER or rung_moment(due, rung.days) > invited_at]
    latest = max((rung.days for rung in come), default=None)
    return [rung for rung in telling if rung.days == latest]


def ladder_problems(rungs: Sequence[Rung]) -> dict[str, str]:
    """Everything that is wrong with a ladder, by field (`kind-2`, `days-0`, `body-1`, or "" for the whole). It may be empty."""
    problems: dict[str, str] = {}
    if len(rungs) > MOST_RUNGS:
        problems[""] = f"Keep to {MOST_RUNGS} steps or fewer"
    seen: set[tuple[str, int]] = set()
    for place, rung in enumerate(rungs):
        if rung.kind not in set(LadderKind):
            problems[f"kind-{place}"] = "Choose whom this step tells"
        elif problem := _days_problem(rung):
            problems[f"days-{place}"] = problem
        elif rung.key in seen:
            problems[f"days-{place}"] = "Another step tells the same person on the same day: change one of the two"
        seen.add(rung.key)
        if rung.wording:
            problems |= {f"{name}-{place}": text for name, text in _own_words(rung.wording).items()}
    return problems


def _own_words(wording: EmailWording) -> dict[str, str]:
    found = wording_problems(wording, prefix="rung")
    return {name.removeprefix("rung_"): text for name, text in found.items()}


def _days_problem(rung: Rung) -> str:
    if abs(rung.days) > FARTHEST:
        return f"Enter a number of days up to {FARTHEST}"
    if rung.kind == LadderKind.REMINDER:
        return "" if rung.days <= 0 else "A reminder goes before the due date, or on it"
    return "" if rung.days > 0 else "Enter 1 or more: this step tells that a return is overdue"
