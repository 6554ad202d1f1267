"""One unit's journey, statement by statement, as it is told to people. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from section11.analysis.dataset import StandardInfo, StatementInfo
from section11.analysis.figures.shares import Share
from section11.analysis.journeys import NOT_APPLICABLE, UNANSWERED, Change, Given, JourneyData, Place, Side, Step, Tally, steps_of


@dataclass(frozen=True, slots=True)
class Behind:
    """An earlier statement that one is compared with: what it asked, its level, and why the two are compared (same key: empty)."""

    statement: StatementInfo
    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: what it was and what it is, in the words of the scales. `now` empty: not asked now."""

    statement: StatementInfo
    change: Change
    then: Sequence[Behind]
    now: str


@dataclass(frozen=True, slots=True)
class StandardJourney:
    """One standard of a unit. `is_earlier`: of the earlier cycle, where nothing now stands for its statements."""

    standard: StandardInfo
    is_earlier: bool
    lines: Sequence[Line]
    tally: Tally
    met: Share  # now, of its statements that apply and were answered


@dataclass(frozen=True, slots=True)
class UnitJourney:
    """The whole of it."""

    tally: Tally
    standards: Sequence[StandardJourney]


def unit_journey(data: JourneyData, unit_id: int) -> UnitJourney:
    """Everything that was asked of a unit in either cycle, by standard, in order."""
    told = _Told(data, unit_id)
    steps: defaultdict[Place, list[Step]] = defaultdict(list)
    for step in steps_of(data, unit_id):
        steps[step.place].append(step)
    found = []
    for side, is_earlier in ((data.now, False), (data.then, True)):
        for standard in side.standards:
            refs = [s.ref for s in side.statements if s.standard_ref == standard.ref]
            lines = [told.line(step) for ref in refs for step in steps[Place(ref, is_earlier)]]
            if lines:
                tally = Tally(Counter(line.change for line in lines))
                found.append(StandardJourney(standard, is_earlier, lines, tally, Share(0, 0) if is_earlier else told.met(refs)))
    return UnitJourney(Tally(Counter(step.change for several in steps.values() for step in several)), found)


class _Told:
    """One unit's steps in words."""

    def __init__(self, data: JourneyData, unit_id: int) -> None:
        self.data = data
        self.given_then, self.given_now = data.answers_then[unit_id], data.answers_now[unit_id]
        self.asked_then = {s.ref: s for s in data.then.statements}
        self.asked_now = {s.ref: s for s in data.now.statements}

    def line(self, step: Step) -> Line:
        """What a step was and is. A statement no longer asked is named as it was asked then."""
        ref = step.place.ref
        then = [
            Behind(self.asked_then[old], _label(self.data.then, self.given_then[old]), self.data.pairs.reasons.get((old, ref), ""))
            for old in step.then_refs
        ]
        if step.change == Change.GONE:
            return Line(then[0].statement, step.change, then, "")
        return Line(self.asked_now[ref], step.change, then, _label(self.data.now, self.given_now[ref]))

    def met(self, refs: Sequence[str]) -> Share:
        """The met share of these statements now."""
        classes = [self.given_now[ref].level_class for ref in refs if ref in self.given_now]
        applicable = [one for one in classes if one not in (UNANSWERED, NOT_APPLICABLE)]
        return Share(applicable.count("met"), len(applicable))


def _label(side: Side, given: Given) -> str:
    return side.labels.get(given.level_key, given.level_key) if given.level_key else "Not answered"
