"""Reads a document of unknown quality: takes what is right and says, of everything else, where it is and what to do.

Places are written as `invitations[3].submissions[0].answers["1.7"]`. Reading never stops at a fault, so that all of them
are told at once; what could not be read comes back as its default and must not be used when there are problems.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

E = TypeVar("E", bound=StrEnum)

EXTRA = "extra"  # what any object may hold besides: kept and given back, never looked into
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SLUG = re.compile(r"[A-Za-z0-9_-]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)")
_YEARS = range(1900, 2200)


def within(place: str, key: str) -> str:
    """The place of a named part."""
    if _NAME.fullmatch(key):
        return f"{place}.{key}" if place else key
    return entry(place, key)


def entry(place: str, key: str) -> str:
    """The place of an entry of a map, whose keys are data: `answers["1.7"]`."""
    return f"{place}[{json.dumps(key, ensure_ascii=False)}]"


@dataclass(slots=True)
class Problems:
    """What is wrong, by place; the first word on a place stands."""

    found: dict[str, str] = field(default_factory=dict)

    def add(self, place: str, words: str) -> None:
        """Say what is wrong at a place, and what to do."""
        self.found.setdefault(place, words)


@dataclass(slots=True)
class Node:
    """One value of the document, with its place."""

    value: Any
    place: str
    problems: Problems

    def wrong(self, words: str) -> None:
        """Say what is wrong with this value."""
        self.problems.add(self.place, words)

    def parts(self, required: Iterable[str], optional: Iterable[str] = ()) -> "Parts":
        """This value as an object with these keys and no others (but `extra`)."""
        if not isinstance(self.value, dict):
            self.wrong("must be an object")
            return Parts({}, self.place, self.problems, is_sound=False)
        allowed = {*required, *optional, EXTRA}
        for key in self.value:
            if key not in allowed:
                self.problems.add(within(self.place, key), "unknown key: take it out, or put it under extra")
        for key in required:
            if key not in self.value:
                self.problems.add(within(self.place, key), "is missing")
        made = Parts(self.value, self.place, self.problems)
        made.extra()
        return made

    def text(self, longest: int | None = None, *, blank: bool = True) -> str:
        """This value as text."""
        if not isinstance(self.value, str):
            self.wrong("must be text")
            return ""
        if longest is not None and len(self.value) > longest:
            self.wrong(f"is too long: at most {longest:,} characters")
        if not blank and not self.value.strip():
            self.wrong("must not be empty")
        return self.value

    def slug(self, longest: int) -> str:
        """This value as letters, digits, hyphens and underscores."""
        if not isinstance(self.value, str) or not _SLUG.fullmatch(self.value):
            self.wrong("must be letters, digits, hyphens and underscores only")
            return ""
        return self.text(longest)

    def one_of(self, words: type[E]) -> E | None:
        """This value as one word of a vocabulary."""
        if isinstance(self.value, str) and self.value in set(words):
            return words(self.value)
        self.wrong(f"must be one of {', '.join(word or 'empty text' for word in words)}")
        return None

    def items(self) -> "Iterator[Node]":
        """The items of this value as a list."""
        if not isinstance(self.value, list):
            self.wrong("must be a list")
            return
        for number, item in enumerate(self.value):
            yield Node(item, f"{self.place}[{number}]", self.problems)

    def entries(self) -> "Iterator[tuple[str, Node]]":
        """The entries of this value as a map whose keys are data, without `extra`."""
        if not isinstance(self.value, dict):
            self.wrong("must be an object")
            return
        Parts(self.value, self.place, self.problems).extra()
        for key, value in self.value.items():
            if key != EXTRA:
                yield key, Node(value, entry(self.place, key), self.problems)


@dataclass(slots=True)
class Parts:
    """The named parts of an object. A part that is absent reads as its default."""

    value: Mapping[str, Any]
    place: str
    problems: Problems
    is_sound: bool = True

    def has(self, key: str) -> bool:
        """Whether the part is there and not null."""
        return self.value.get(key) is not None

    def node(self, key: str) -> Node:
        """The part as a value with its place."""
        return Node(self.value.get(key), within(self.place, key), self.problems)

    def text(self, key: str, longest: int | None = None, *, blank: bool = True) -> str:
        """A part as text; absent: empty."""
        return self.node(key).text(longest, blank=blank) if key in self.value else ""

    def slug(self, key: str, longest: int) -> str:
        """A part as a slug; absent: empty."""
        return self.node(key).slug(longest) if key in self.value else ""

    def one_of(self, key: str, words: type[E], default: E) -> E:
        """A part as one word of a vocabulary."""
        return (self.node(key).one_of(words) or default) if key in self.value else default

    def flag(self, key: str) -> bool:
        """A part as true or false; absent: false."""
        value = self.value.get(key, False)
        if not isinstance(value, bool):
            self.problems.add(within(self.place, key), "must be true or false")
            return False
        return value

    def items(self, key: str) -> list[Node]:
        """A part as a list; absent: empty."""
        return list(self.node(key).items()) if key in self.value else []

    def entries(self, key: str) -> list[tuple[str, Node]]:
        """A part as a map whose keys are data; absent: empty."""
        return list(self.node(key).entries()) if key in self.value else []

    def day(self, key: str) -> date | None:
        """A part as a calendar day; absent or null: none."""
        if not self.has(key):
            return None
        value = self.value[key]
        try:
            if isinstance(value, str) and _DAY.fullmatch(value) and (day := date.fromisoformat(value)).year in _YEARS:
                return day
        except ValueError:
            pass
        self.problems.add(within(self.place, key), "must be a date like 2026-03-31")
        return None

    def moment(self, key: str) -> datetime | None:
        """A part as an instant with its offset; absent: none."""
        if key not in self.value:
            return None
        value = self.value[key]
        try:
            if isinstance(value, str) and _MOMENT.fullmatch(value) and (at := datetime.fromisoformat(value)).year in _YEARS:
                return at.astimezone(UTC)
        except ValueError:
            pass
        self.problems.add(within(self.place, key), "must be a date and time with its offset, like 2026-03-30T10:15:00+01:00")
        return None

    def number(self, key: str, *, least: float, most: float, decimals: int) -> float | int | None:
        """A part as a number within bounds and with so many decimal places; absent or null: none."""
        if not self.has(key):
            return None
        value = self.value[key]
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.problems.add(within(self.place, key), "must be a number")
        elif not least <= value <= most:
            self.problems.add(within(self.place, key), f"must be a number from {least:g} to {most:g}")
        elif round(value, decimals) != value:
            self.problems.add(within(self.place, key), f"must be a number with at most {decimals} decimal places")
        else:
            return value
        return None

    def extra(self) -> dict[str, Any]:
        """What the object holds besides, as it is."""
        extra = self.value.get(EXTRA, {})
        if not isinstance(extra, dict):
            self.problems.add(within(self.place, EXTRA), "must be an object")
            return {}
        return extra


def unique(nodes: Sequence[tuple[str, str]], problems: Problems, what: str) -> None:
    """Say which of these (place, value) pairs repeat an earlier value; empty values are passed over."""
    first: dict[str, str] = {}
    for place, value in nodes:
        if value and first.setdefault(value, place) != place:
            problems.add(place, f"{what} {value} is already at {first[value]}")
