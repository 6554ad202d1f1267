"""The journeys between two cycles as tables. Pure: says what `analysis` has computed, and how it is to be read."""

from collections.abc import Sequence

from section11.analysis.journeys import COLUMNS, JourneyData, Journeys, Tally, Traveller, steps_of
from section11.plans.queries.closed_since import ActionsSince
from section11.reports.content.figures_tables import BASIS_WORDS
from section11.reports.content.table import Column, Kind, Table, Value, facts_table

COUNTED = "Statements of units that answered in both audits, each once, from their latest submissions."
CHANGES = tuple(Column(label, Kind.NUMBER, 16) for label, _ in COLUMNS.values())
WHO = (Column("Organisation", width=34), Column("Unit", width=24), Column("Sector", width=24))


def journeys_tables(told: Journeys, actions: ActionsSince, *, made: str) -> tuple[Table, ...]:
    """Every count, one table a sheet: what they are of, sectors, standards, statements, units, and who answered only once."""
    data = told.data
    sector = {one.key: one.label for one in data.sectors}
    return (
        _about(told, actions, made),
        Table(
            "Sectors",
            "Changes by sector",
            (Column("Sector", width=32), Column("Units", Kind.NUMBER), *CHANGES),
            [(one.label, units, *_values(tally)) for one, units, tally in told.sectors],
            note=COUNTED,
        ),
        Table(
            "Standards",
            "Changes by standard",
            (Column("Standard", width=10), Column("Title", width=46), Column("Asked", width=20), *CHANGES),
            [(one.ref, one.title, _asked(data, earlier), *_values(tally)) for one, earlier, tally in told.standards],
            keys=2,
            note=COUNTED,
        ),
        Table(
            "Statements",
            "Changes by statement",
            (Column("Statement", width=10), Column("What it asks", width=70), Column("Asked", width=20), *CHANGES),
            [(one.ref, one.text, _asked(data, earlier), *_values(tally)) for one, earlier, tally in told.statements],
            keys=2,
            note=COUNTED,
        ),
        Table("Units", "Changes by unit", (*WHO, *CHANGES), [(*_who(one, sector), *_values(_of(data, one))) for one in data.both], keys=2),
        _only("Only then", f"Answered in {data.then.title} and not yet in {data.now.title}", data.only_then, sector),
        _only("Only now", f"Answered in {data.now.title} and not in {data.then.title}", data.only_now, sector),
    )


def _about(told: Journeys, actions: ActionsSince, made: str) -> Table:
    data = told.data
    facts = (
        ("Audit", data.now.title),
        ("Compared with", data.then.title),
        ("Standards now", data.now.edition),
        ("Standards then", data.then.edition),
        ("Ratings counted", BASIS_WORDS[data.basis]),
        ("Made", made),
        ("Units that answered in both", str(len(data.both))),
        ("Ratings that can be compared", str(told.overall.compared)),
        ("Improved, same, declined", "Met is above partly met, and that is above not met. Levels of one class count as the same."),
        ("New", "The unit was asked neither it nor one like it last time."),
        ("Not applicable", "Neither up nor down. An unanswered statement is not known and is shown apart."),
        ("Several for one", "Where several statements stand behind one, the weakest of those that applied counts."),
        ("Actions of the earlier audit", f"{actions.total}, of which done {actions.closed} (confirmed {actions.confirmed})"),
    )
    return facts_table(f"From {data.then.title} to {data.now.title}", facts)


def _values(tally: Tally) -> list[Value]:
    return [tally.of(*changes) for _, changes in COLUMNS.values()]


def _asked(data: JourneyData, is_earlier: bool) -> str:
    return f"{data.then.title} only" if is_earlier else data.now.title


def _who(unit: Traveller, sector: dict[str, str]) -> list[Value]:
    return [unit.organisation_name, unit.unit_name, sector.get(unit.sector, unit.sector)]


def _of(data: JourneyData, unit: Traveller) -> Tally:
    changes = [step.change for step in steps_of(data, unit.unit_id)]
    return Tally({change: changes.count(change) for change in set(changes)})


def _only(name: str, title: str, units: Sequence[Traveller], sector: dict[str, str]) -> Table:
    return Table(name, title, WHO, [_who(one, sector) for one in units], keys=2)
