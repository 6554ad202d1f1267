"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: its rows, which page it is (from 1) and how many rows there are in all."""

    rows: Sequence[T]
    number: int
    total: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The number of this page's first row in the whole list, 0 when it is empty."""
        return (self.number - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of this page's last row in the whole list, 0 when it is empty."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def page_number(wanted: str | int, total: int, size: int = PAGE_SIZE) -> int:
    """The page asked for, as near as there is one: `x` and `0` are the first, one past the end is the last."""
    number = int(wanted) if str(wanted).isascii() and str(wanted).isdigit() and len(str(wanted)) < 9 else 1
    return min(max(number, 1), max(1, -(-total // size)))


def window(number: int, size: int = PAGE_SIZE) -> slice:
    """The rows of that page."""
    return slice((number - 1) * size, number * size)
