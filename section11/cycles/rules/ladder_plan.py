"""What a ladder does for one awaited return, rung by rung: went, goes at once, is still to come, or is over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from section11.cycles.rules.ladder import Rung, rung_moment, rungs_to_send


class Fate(StrEnum):
    """What becomes of a rung for one return."""

    SENT = "sent"
    NOW = "now"  # its moment has come
    TO_COME = "to-come"
    OVER = "over"  # missed, and not sent any more
    NO_DATE = "no-date"


FATE_WORDS: dict[Fate, str] = {
    Fate.SENT: "Sent",
    Fate.NOW: "Goes at once",
    Fate.TO_COME: "To come",
    Fate.OVER: "Not sent: its day is over",
    Fate.NO_DATE: "Not sent: there is no due date",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One rung for one return. `moment` is when it goes, or would have gone."""

    rung: Rung
    fate: Fate
    moment: datetime | None

    @property
    def words(self) -> str:
        """Its fate in words."""
        return FATE_WORDS[self.fate]


def ladder_plan(
    rungs: Sequence[Rung], *, due: date | None, invited_at: datetime | None, sent: Collection[tuple[str, int]], at: datetime
) -> list[Planned]:
    """What becomes of each rung for a return that is awaited. `sent`: the (kind, days) of those that went.

    Before its audit opens (`invited_at` empty) a return is taken as invited at this moment, as opening the audit now would do.
    """
    if due is None:
        return [Planned(rung, Fate.SENT if rung.key in sent else Fate.NO_DATE, None) for rung in rungs]
    going = {rung.key for rung in rungs_to_send(rungs, due=due, invited_at=invited_at or at, at=at)}
    found = []
    for rung in rungs:
        moment = rung_moment(due, rung.days)
        if rung.key in sent:
            fate = Fate.SENT
        elif moment > at:
            fate = Fate.TO_COME
        else:
            fate = Fate.NOW if rung.key in going else Fate.OVER
        found.append(Planned(rung, fate, moment))
    return found
