"""Which returns of a cycle are worth reading first, and why. Pure: counts in, reasons out; shares are exact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

FAR = Fraction(1, 5)  # of the statements rated: as far from the sector's pooled share, or farther
LEAST_IN_SECTOR = 5  # returns; in a smaller sector nothing is said
COPIED = Fraction(1, 2)  # of the texts: as many word for word as last time, or more


class Reason(StrEnum):
    """Why a return is worth reading, the strongest first."""

    NO_EVIDENCE = "no-evidence"
    COPIED = "copied"
    NEW_LEAD = "new-lead"
    FAR = "far"
    SAMPLE = "sample"


REASON_WORDS: dict[Reason, str] = {
    Reason.NO_EVIDENCE: "All met, no evidence",
    Reason.COPIED: "Text as last time",
    Reason.NEW_LEAD: "A new lead",
    Reason.FAR: "Far from its sector",
    Reason.SAMPLE: "Random sample",
}
RANK = {reason: place for place, reason in enumerate(Reason)}


@dataclass(frozen=True, slots=True)
class Counted:
    """What triage knows of one return: its latest submission's counts. `rated`: statements that apply and were answered."""

    key: int
    sector: str
    met: int
    rated: int
    with_evidence: int = 0
    texts: int = 0
    texts_unchanged: int = 0
    new_lead: bool = False
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """A sector's returns taken together: how many, and their ratings pooled."""

    returns: int
    met: int
    rated: int

    @property
    def share(self) -> Fraction:
        """The pooled met share."""
        return Fraction(self.met, self.rated) if self.rated else Fraction(0)


@dataclass(frozen=True, slots=True)
class Found:
    """One reason, with the numbers behind it."""

    reason: Reason
    part: int = 0
    whole: int = 0
    share: Fraction = Fraction(0)
    sector_share: Fraction = Fraction(0)
    sector_returns: int = 0


def pools(returns: Iterable[Counted]) -> dict[str, Pool]:
    """The sectors, each with its ratings pooled. A return that rated nothing is not counted."""
    found: dict[str, Pool] = {}
    for one in returns:
        if one.rated:
            pool = found.get(one.sector, Pool(0, 0, 0))
            found[one.sector] = Pool(pool.returns + 1, pool.met + one.met, pool.rated + one.rated)
    return found


def reasons_for(one: Counted, sectors: Mapping[str, Pool]) -> tuple[Found, ...]:
    """Why this return is worth reading, the strongest first; empty when nothing stands out."""
    found = []
    if one.rated and one.met == one.rated and not one.with_evidence:
        found.append(Found(Reason.NO_EVIDENCE, one.met, one.rated))
    if one.texts_unchanged and Fraction(one.texts_unchanged, one.texts) >= COPIED:
        found.append(Found(Reason.COPIED, one.texts_unchanged, one.texts))
    if one.new_lead:
        found.append(Found(Reason.NEW_LEAD))
    far = _far(one, sectors.get(one.sector))
    if far:
        found.append(far)
    if one.sampled:
        found.append(Found(Reason.SAMPLE))
    return tuple(found)


def _far(one: Counted, pool: Pool | None) -> Found | None:
    if pool is None or pool.returns < LEAST_IN_SECTOR or not one.rated:
        return None
    share = Fraction(one.met, one.rated)
    if abs(share - pool.share) < FAR:
        return None
    return Found(Reason.FAR, one.met, one.rated, share, pool.share, pool.returns)


def in_reading_order(reasons: Mapping[int, Sequence[Found]]) -> list[int]:
    """The returns' keys, those with most reasons first, then those with the strongest; otherwise as they came."""

    def place(key: int) -> tuple[int, list[int]]:
        found = reasons[key]
        return -len(found), [RANK[one.reason] for one in found]

    return sorted(reasons, key=place)
