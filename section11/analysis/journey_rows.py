"""The organisations behind a number of the journeys. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from section11.analysis.journeys import COLUMNS, Change, JourneyData, Place, Step, Traveller, steps_of


@dataclass(frozen=True, slots=True)
class WantedSteps:
    """What a number counts; empty = whatever. `who`: then or now = units that answered only then or now; both."""

    change: str = ""  # a column, or one kind
    statement: Place | None = None
    standard: Place | None = None
    sector: str = ""
    who: str = ""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The kinds that it counts; none = any."""
        if self.change in COLUMNS:
            return COLUMNS[self.change][1]
        return tuple(change for change in Change if change.value == self.change)

    @property
    def needs_steps(self) -> bool:
        """Whether single statements decide."""
        return bool(self.change or self.statement or self.standard)


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """One unit behind a number, and the steps that made it count."""

    unit: Traveller
    steps: Sequence[Step]


def journey_rows(data: JourneyData, wanted: WantedSteps) -> list[JourneyRow]:
    """The units that a number counts, by name."""
    units = {"then": data.only_then, "now": data.only_now}.get(wanted.who, data.both)
    standard_of = {Place(s.ref): Place(s.standard_ref) for s in data.now.statements}
    standard_of |= {Place(s.ref, True): Place(s.standard_ref, True) for s in data.then.statements}
    found = []
    for unit in units:
        if wanted.sector and unit.sector != wanted.sector:
            continue
        steps = [
            step
            for step in (steps_of(data, unit.unit_id) if wanted.needs_steps else ())
            if (not wanted.change or step.change in wanted.changes)
            and wanted.statement in (None, step.place)
            and wanted.standard in (None, standard_of.get(step.place))
        ]
        if steps or not wanted.needs_steps:
            found.append(JourneyRow(unit, steps))
    return sorted(found, key=lambda row: (row.unit.organisation_name.casefold(), row.unit.unit_name))
