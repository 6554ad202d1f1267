import csv
import io
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from section11.reports.content.figures_tables import figures_tables
from section11.reports.content.table import Column, Kind, Table
from section11.reports.writers.csv_writer import csv_of_table, csv_of_tables
from tests.factories.reports import make_figures


def lines(made: bytes) -> list[list[str]]:
    assert made.startswith(b"\xef\xbb\xbf")  # so that Excel reads it as UTF-8
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def table(*values, kind: Kind = Kind.TEXT) -> Table:
    return Table("Sheet", "Title", (Column("Column", kind),), [[value] for value in values])


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\uff1d1", "\t=1+1", "\r=1", "  =1+1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert lines(csv_of_table(table(text)))[1] == [f"'{text.strip()}"]


def test_heads_are_made_safe_too():
    assert lines(csv_of_table(Table("S", "T", (Column("=1"),), [])))[0] == ["'=1"]


def test_everything_else_stays_as_it_is():
    texts = ["a, b", 'say "x"', "two\nlines", "مرحبا 🌳", "1 = 1", "x" * 100_000]
    assert [row[0] for row in lines(csv_of_table(table(*texts)))[1:]] == texts


def test_control_characters_go():
    assert lines(csv_of_table(table("a\x00\x1b\u202eb")))[1] == ["ab"]


def test_values_are_plain():
    assert lines(csv_of_table(table(-3, 0, kind=Kind.NUMBER)))[1:] == [["-3"], ["0"]]
    assert lines(csv_of_table(table(Fraction(2, 3), None, kind=Kind.SHARE)))[1:] == [["0.666667"], [""]]
    assert lines(csv_of_table(table(date(2027, 3, 31))))[1] == ["2027-03-31"]
    assert lines(csv_of_table(table(datetime(2027, 3, 31, 9, 0, tzinfo=UTC))))[1] == ["2027-03-31 10:00"]


def test_all_figures_are_one_long_table():
    found = lines(csv_of_tables(figures_tables(make_figures(), made="today")))
    assert found[0] == ["Table", "Row", "Measure", "Value"]
    assert {len(row) for row in found} == {4}
    assert ["Response", "Units that answered", "Share", "0.666667"] in found
    assert ["Statements", "1.1 · A senior person leads.", "Met", "2"] in found
    assert ["Sectors", "'=Trusts", "Units approached", "1"] in found
    assert ["Not returned", "Elm Trust", "Sector", "'=Trusts"] in found
