from section11.analysis.journeys import compute
from section11.plans.queries.closed_since import ActionsSince
from section11.reports.content.journeys_tables import journeys_tables
from tests.factories.journeys import journey_data, same_refs

DATA = journey_data(
    ("school", {"1.1": "unmet", "9.1": "met"}, {"1.1": "met"}),
    ("police", {"1.1": "na"}, {"1.1": "na"}),
    pairs=same_refs("1.1"),
    then=["1.1", "9.1"],
    now=["1.1"],
)


def tables() -> dict[str, list[dict[str, object]]]:
    told = journeys_tables(compute(DATA), ActionsSince(done=1, confirmed=2, still_open=3), made="today")
    return {table.name: [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows] for table in told}


def test_every_count_has_its_table() -> None:
    assert list(tables()) == ["About", "Sectors", "Standards", "Statements", "Units", "Only then", "Only now"]


def test_statements_say_in_which_audit_they_were_asked() -> None:
    first, gone = tables()["Statements"]
    assert (first["Statement"], first["Asked"], first["Improved"], first["Not applicable then or now"]) == ("1.1", "Audit 2026", 1, 1)
    assert (gone["Statement"], gone["Asked"], gone["No longer asked"]) == ("9.1", "Audit 2024 only", 1)


def test_units_add_up_to_their_sectors() -> None:
    units, sectors = tables()["Units"], tables()["Sectors"]
    assert [(row["Organisation"], row["Improved"]) for row in units] == [("Organisation 1", 1), ("Organisation 2", 0)]
    assert [(row["Sector"], row["Units"], row["Improved"]) for row in sectors] == [("School", 1, 1), ("Police", 1, 0)]


def test_it_says_what_it_is_of_and_how_it_is_counted() -> None:
    about = {row["What"]: row["Value"] for row in tables()["About"]}
    assert (about["Audit"], about["Compared with"]) == ("Audit 2026", "Audit 2024")
    assert about["Actions of the earlier audit"] == "6, of which done 3 (confirmed 2)"
