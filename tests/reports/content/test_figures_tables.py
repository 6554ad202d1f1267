from fractions import Fraction

from section11.reports.content.figures_tables import figures_tables
from tests.factories.reports import make_figures


def tables(**given) -> dict[str, list[dict]]:
    return {
        table.name: [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows]
        for table in figures_tables(make_figures(**given), made="today")
    }


def test_every_figure_has_its_table():
    assert list(tables()) == [
        "About",
        "Response",
        "Sectors",
        "Bands",
        "Standards",
        "Statements",
        "Standards by sector",
        "Statements by sector",
        "Strengths",
        "Development areas",
        "Returns",
        "Follow-up",
        "Not returned",
    ]


def test_response_is_given_for_units_and_for_organisations():
    found = tables()["Response"]
    assert [(row["Number"], row["Of"], row["Share"]) for row in found] == [
        (2, 3, Fraction(2, 3)),
        (1, 2, Fraction(1, 2)),
        (1, 2, Fraction(1, 2)),
        (2, None, None),
    ]
    assert found[3]["What"] == "Returns on the full form"


def test_a_rolling_audit_has_no_response_rate():
    found = tables(rolling=True)
    assert {(row["Of"], row["Share"]) for row in found["Response"]} == {(None, None)}
    assert {(row["Units approached"], row["Response"]) for row in found["Sectors"]} == {(None, None)}


def test_ratings_are_counted_by_level_with_the_unanswered_apart():
    [first, second] = tables()["Statements"]
    assert (first["Met"], first["Met share"], first["Points share"]) == (2, Fraction(1), Fraction(1))
    assert (second["Partially met"], second["Not answered"], second["Met share"]) == (1, 1, Fraction(0))


def test_a_sector_without_ratings_is_left_out_of_the_cross_tables():
    [first, _] = tables()["Standards by sector"]
    assert first == {"Ref": "1", "What": "Leadership", "GP practices": Fraction(1), "All sectors": Fraction(1)}


def test_returns_say_their_band_and_what_wants_looking_at():
    [first, second] = tables()["Returns"]
    assert (first["Organisation"], first["Unit"], first["Sector"], first["Form"]) == ("Oak Surgery", "", "GP practices", "Full")
    assert (first["Band"], first["Must-meet statements not met"]) == ("Support needed", "2.1")
    assert (second["Unit"], second["Band"], second["Met share"]) == ("Branch", "Fully met", Fraction(1))
    assert [row["Reference"] for row in tables()["Follow-up"]] == ["AB12"]
    assert [row["Organisation"] for row in tables()["Not returned"]] == ["Elm Trust"]


def test_too_few_answers_make_neither_strength_nor_development_area():
    assert tables()["Strengths"] == tables()["Development areas"] == []
