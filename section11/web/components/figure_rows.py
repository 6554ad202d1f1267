"""Figures as the rows of charts and tables."""

from collections.abc import Sequence

from section11.analysis.dataset import Dataset
from section11.analysis.figures.compute import Figures, Levels
from section11.web.components.charts import Row

LevelRow = tuple[str, str, Levels]
CLASS_WORDS = {"met": "Met", "partial": "Partly met", "unmet": "Not met", "not_applicable": "Not applicable"}


def response_rows(figures: Figures) -> list[tuple[str, list[tuple[str, int]]]]:
    """For each sector: how many units answered and, where they were approached, how many did not."""
    if figures.dataset.rolling:
        return [(s.sector.label, [("met", int(s.response.numerator))]) for s in figures.sectors]
    return [
        (s.sector.label, [("met", int(s.response.numerator)), ("unanswered", int(s.response.denominator - s.response.numerator))])
        for s in figures.sectors
    ]


def band_rows(figures: Figures) -> list[Row]:
    """For each band: how many returns, of all that answered."""
    total = len(figures.returns)
    return [Row(band.label, count, total, str(count)) for band, count in figures.bands]


def level_keys(data: Dataset) -> list[tuple[str, str]]:
    """The classes of this scale's levels, in words, and what is not answered."""
    present = dict.fromkeys(level.level_class for level in data.levels)
    words = {key: ", ".join(level.label for level in data.levels if level.level_class == key) for key in present}
    return [*((key, words[key]) for key in CLASS_WORDS if key in present), ("unanswered", "Not answered")]


def level_rows(figures: Figures) -> list[tuple[str, list[tuple[str, int]]]]:
    """For each standard: how many ratings of each class of level."""
    return [(f"{s.standard.ref}. {s.standard.title}", _classes(figures.dataset, s.levels)) for s in figures.standards]


def _classes(data: Dataset, levels: Levels) -> list[tuple[str, int]]:
    totals = dict.fromkeys((key for key, _ in level_keys(data)), 0)
    for level in data.levels:
        totals[level.level_class] += levels.counts[level.key]
    totals["unanswered"] = levels.unanswered
    return list(totals.items())


def standard_cells(figures: Figures) -> Sequence[LevelRow]:
    """Ref, title and levels of each standard."""
    return [(s.standard.ref, s.standard.title, s.levels) for s in figures.standards]


def statement_cells(figures: Figures) -> Sequence[LevelRow]:
    """Ref, text and levels of each statement."""
    return [(s.statement.ref, s.statement.text, s.levels) for s in figures.statements]
