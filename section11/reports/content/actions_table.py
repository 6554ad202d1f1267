"""The actions that a partnership follows as a table. Pure."""

from collections.abc import Iterable

from section11.lib.clock import london_date
from section11.plans.queries.watch_list import FollowedRow
from section11.plans.vocabulary import ACTION_STATE_WORDS, RAG_WORDS, Rag
from section11.reports.content.table import Column, Kind, Table, Value

COLUMNS = (
    Column("Organisation", width=34),
    Column("Unit", width=24),
    Column("Sector", width=24),
    Column("Audit", width=30),
    Column("Statement", width=11),
    Column("What", width=50),
    Column("How", width=40),
    Column("Who leads", width=26),
    Column("Due", Kind.DAY, 18),
    Column("State", width=22),
    Column("How it is going", width=20),
    Column("Overdue", width=10),
    Column("Progress", width=50),
    Column("Asks for support", width=16),
    Column("Support wanted", width=40),
    Column("Done", Kind.DAY, 18),
    Column("What was done, and who was better off", width=50),
    Column("Last change", Kind.DAY, 18),
)


def actions_table(title: str, rows: Iterable[FollowedRow], *, made: str) -> Table:
    """One row an action."""
    return Table("Actions", f"Improvement plans: {title}", COLUMNS, [_row(row) for row in rows], keys=2, note=f"Made {made}")


def _row(row: FollowedRow) -> list[Value]:
    text = row.text
    return [
        row.organisation,
        row.unit,
        row.sector,
        row.cycle_title,
        row.statement_ref,
        row.title,
        text.how,
        text.who,
        text.due,
        ACTION_STATE_WORDS[row.state],
        RAG_WORDS[Rag(text.rag)],
        "Yes" if row.overdue else "No",
        text.progress,
        "Yes" if row.waits_for_support else "No",
        row.help_wanted,
        london_date(row.done_at) if row.done_at else None,
        row.done_note,
        london_date(row.updated_at),
    ]
