"""Journeys as the rows of charts and tables."""

from section11.analysis.journeys import Change, Journeys, Tally

LineRow = tuple[str, str, bool, Tally]


def journey_bars(told: Journeys) -> list[tuple[str, list[tuple[str, int]]]]:
    """For each standard in which anything can be compared: how many ratings improved, stayed and declined."""
    return [
        (
            f"{standard.ref}. {standard.title}",
            [("met", tally.of(Change.IMPROVED)), ("not_applicable", tally.of(Change.SAME)), ("unmet", tally.of(Change.DECLINED))],
        )
        for standard, _, tally in told.standards
        if tally.compared
    ]


def standard_lines(told: Journeys) -> list[LineRow]:
    """Ref, title, whether it is of the earlier audit only, and counts of each standard."""
    return [(standard.ref, standard.title, is_earlier, tally) for standard, is_earlier, tally in told.standards]


def statement_lines(told: Journeys) -> list[LineRow]:
    """Ref, text, whether it is of the earlier audit only, and counts of each statement."""
    return [(statement.ref, statement.text, is_earlier, tally) for statement, is_earlier, tally in told.statements]
