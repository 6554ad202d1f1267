"""A copy of a return as tables: what a spreadsheet of it holds. Pure."""

from section11.reports.content.return_copy import ReturnCopy
from section11.reports.content.table import Column, Kind, Table, facts_table


def return_tables(copy: ReturnCopy) -> tuple[Table, ...]:
    """What the return is, its answers, its narratives and its improvement plan."""
    facts = copy.facts + ((("Please note", "Draft. This return has not been submitted."),) if copy.is_draft else ())
    return (facts_table(copy.title, facts), _answers(copy), _narratives(copy), _actions(copy))


def _answers(copy: ReturnCopy) -> Table:
    agreed = copy.has_agreed_levels
    columns = [Column("Standard", width=30), Column("Statement", width=9), Column("What it asks", width=50), Column("Must meet", width=10)]
    columns += [Column("Self-rating"), Column("Agreed level")] if agreed else [Column("Rating")]
    columns += [Column("Last time"), Column("Since last time", width=24)] if copy.knows_last else []
    columns += [Column(name, width=width) for name, width in WRITTEN]
    rows = []
    for standard in copy.standards:
        about = f"{standard.ref} {standard.title}"
        if standard.not_applicable_reason and not standard.statements:
            ratings = ["Not applicable", *[""] * agreed, *["", ""] * copy.knows_last]
            rows.append([about, "", "", "", *ratings, standard.not_applicable_reason, "", "", "", ""])
        for one in standard.statements:
            evidence = "\n".join(f"{e.title} ({e.kind.lower()}{': ' + e.where if e.where else ''})" for e in one.evidence)
            ratings = [one.level, *[one.agreed] * agreed, *[one.last, one.since] * copy.knows_last]
            reason = one.reason or standard.not_applicable_reason
            known = [reason, one.comment, one.see, evidence, one.no_action_reason]
            rows.append([about, one.ref, one.text, "Yes" if one.must_meet else "", *ratings, *known])
    return Table("Answers", "Answers", columns, rows, keys=3)


WRITTEN = (("Why", 30), ("Comment", 60), ("See the answer to", 12), ("Evidence", 40), ("Why no action is planned", 30))


def _narratives(copy: ReturnCopy) -> Table:
    rows = [(f"{standard.ref} {standard.title}", one.label, one.text) for standard in copy.standards for one in standard.narratives]
    rows += [("The return as a whole", one.label, one.text) for one in copy.narratives]
    columns = (Column("Standard", width=30), Column("Prompt", width=40), Column("Text", width=90))
    return Table("Narratives", "Narratives", columns, rows, keys=2)


def _actions(copy: ReturnCopy) -> Table:
    columns = (
        Column("Statement", width=9),
        Column("What", width=50),
        Column("How", width=40),
        Column("Who", width=24),
        Column("By when", Kind.DAY, 18),
        Column("How it is going", width=18),
        Column("Progress", width=50),
        Column("Help wanted", width=12),
    )
    rows = [(a.statement_ref, a.what, a.how, a.who, a.due, a.rag, a.progress, "Yes" if a.wants_help else "") for a in copy.actions]
    return Table("Improvement plan", "Improvement plan", columns, rows, keys=2)
