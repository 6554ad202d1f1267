"""Rows that the operations make once a process, put back as they were for every test that starts from them."""

import copy
import functools
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import connection, transaction

P = ParamSpec("P")
T = TypeVar("T")
FILLED_FROM_THE_START = ("auth", "contenttypes")  # by migrating


@dataclass(frozen=True, slots=True)
class Rows:
    """Every row of a table, as the database gave it."""

    table: str
    columns: Sequence[str]
    values: Sequence[Sequence[Any]]


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """`make`, whose rows are kept at its first call without arguments in an empty database, with what it gave.

    Later such calls put the same rows back under the same ids instead of making them anew. With arguments, or where such
    rows stand already, it is `make` itself.
    """
    kept: list[tuple[list[Rows], T]] = []

    @functools.wraps(make)
    def give(*args: P.args, **kwargs: P.kwargs) -> T:
        if args or kwargs or is_any_filled({one.table for one in kept[0][0]} if kept else tables()):
            return make(*args, **kwargs)
        if kept:
            rows, given = kept[0]
            put_back(rows)
        else:
            given = make(*args, **kwargs)
            kept.append((read(), given))
        return copy.deepcopy(given)

    return give


def tables() -> set[str]:
    """Every table that is empty after migrating."""
    every = apps.get_models(include_auto_created=True)
    return {model._meta.db_table for model in every if model._meta.app_label not in FILLED_FROM_THE_START}


def is_any_filled(names: Collection[str]) -> bool:
    """Whether one of these tables has a row."""
    with connection.cursor() as cursor:
        cursor.execute(" ".join(["SELECT", " OR ".join(f"EXISTS({all_of(name)})" for name in names)]))
        return bool(cursor.fetchone()[0])


def all_of(name: str) -> str:
    """The statement that reads a table."""
    return " ".join(["SELECT * FROM", connection.ops.quote_name(name)])


def read() -> list[Rows]:
    """All rows of all tables."""
    found = []
    with connection.cursor() as cursor:
        for name in sorted(tables()):
            cursor.execute(all_of(name))
            if values := cursor.fetchall():
                found.append(Rows(name, [column[0] for column in cursor.description], values))
    return found


def put_back(rows: Sequence[Rows]) -> None:
    """Insert them all; what they refer to is looked at when the last one is there."""
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for one in rows:
            columns, places = ", ".join(map(quote, one.columns)), ", ".join(["%s"] * len(one.columns))
            cursor.executemany(" ".join(["INSERT INTO", quote(one.table), f"({columns}) VALUES ({places})"]), one.values)
