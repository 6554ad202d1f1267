"""Where the bars of a chart stand. The drawing is in templates/components/charts.html; a table always stands beside it."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 360  # of the drawing, in its own units: about a phone's width, so that its words stay readable there
LINE, BAR, GAP = 18, 20, 14
LETTERS = 46  # that fit on a line
VALUE_ROOM = 48  # right of a bar


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows: a name, a count out of a whole, and the words at the end of the bar."""

    label: str
    part: int
    whole: int
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row as drawn."""

    lines: tuple[str, ...]
    top: int  # of the first line of words
    bar_top: int
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a stacked bar: its key names its colour and pattern."""

    key: str
    left: float
    width: float
    count: int

    @property
    def roomy(self) -> bool:
        """Whether its count fits inside."""
        return self.width >= 10 + 9 * len(str(self.count))


@dataclass(frozen=True, slots=True)
class Stack:
    """A row of a stacked chart as drawn."""

    lines: tuple[str, ...]
    top: int
    bar_top: int
    parts: tuple[Part, ...]


def bars(rows: Sequence[Row]) -> tuple[list[Bar], int]:
    """The bars of a chart, each as long as its share, and the height of the drawing."""
    drawn: list[Bar] = []
    top = 0
    for row in rows:
        lines = _lines(row.label)
        bar_top = top + LINE * len(lines) + 4
        share = row.part / row.whole if row.whole else 0
        drawn.append(Bar(lines, top, bar_top, round(share * (WIDTH - VALUE_ROOM), 1), row.words))
        top = bar_top + BAR + GAP
    return drawn, max(top - GAP, 0)


def stacks(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]], *, to_scale: bool = False) -> tuple[list[Stack], int]:
    """The stacked bars of `(label, [(key, count), …])` and the height of the drawing.

    Each bar fills the width, or, `to_scale`, is as long as its total beside the largest.
    """
    totals = [sum(count for _, count in parts) for _, parts in rows]
    largest = max(totals, default=0)
    drawn: list[Stack] = []
    top = 0
    for (label, parts), total in zip(rows, totals, strict=True):
        lines = _lines(label)
        bar_top = top + LINE * len(lines) + 4
        unit = WIDTH / (largest if to_scale else total) if total else 0
        left = 0.0
        pieces: list[Part] = []
        for key, count in parts:
            if count:
                pieces.append(Part(key, round(left, 1), round(count * unit, 1), count))
                left += count * unit
        drawn.append(Stack(lines, top, bar_top, tuple(pieces)))
        top = bar_top + BAR + GAP
    return drawn, max(top - GAP, 0)


def _lines(label: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(label, LETTERS, max_lines=3, placeholder=" …")) or ("",)
