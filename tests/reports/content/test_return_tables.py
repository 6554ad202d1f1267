from section11.reports.content.return_copy import CopyStandard, CopyStatement
from section11.reports.content.return_tables import return_tables
from tests.factories.reports import make_copy


def cells(table) -> list[dict]:
    return [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows]


def test_holds_facts_answers_narratives_and_plan():
    about, answers, narratives, actions = return_tables(make_copy())
    assert ("Reference", "AB12-CD34") in about.rows
    assert len(cells(answers)) == 4
    assert cells(answers)[0]["Rating"] == "Partially met"
    assert "Staff handbook (reference: Office)" in cells(answers)[0]["Evidence"]
    assert len(narratives.rows) == 4
    assert cells(actions)[0]["Help wanted"] == "Yes"


def test_self_rating_and_agreed_level_stand_side_by_side_where_there_is_one():
    standard = CopyStandard("1", "Leadership", (CopyStatement("1.1", "Text", "Met", agreed="Not met"), CopyStatement("1.2", "Text", "Met")))
    rows = cells(return_tables(make_copy(standards=(standard,)))[1])
    assert [(row["Self-rating"], row["Agreed level"]) for row in rows] == [("Met", "Not met"), ("Met", "")]


def test_a_standard_that_does_not_apply_says_why():
    standard = CopyStandard("2", "Premises", (), not_applicable_reason="We have none")
    [row] = cells(return_tables(make_copy(standards=(standard,)))[1])
    assert (row["Rating"], row["Why"]) == ("Not applicable", "We have none")


def test_a_draft_says_so():
    assert ("Please note", "Draft. This return has not been submitted.") in return_tables(make_copy(is_draft=True))[0].rows


def test_last_time_and_what_became_of_it_have_columns_where_there_is_any():
    one = CopyStatement("1.1", "Text", "Met", agreed="Not met", last="Partially met", since="Changed since last time")
    copy = make_copy(standards=(CopyStandard("1", "Leadership", (one,)), CopyStandard("2", "Premises", (), not_applicable_reason="None")))
    rows = cells(return_tables(copy)[1])
    assert [(row["Self-rating"], row["Agreed level"], row["Last time"], row["Since last time"], row["Why"]) for row in rows] == [
        ("Met", "Not met", "Partially met", "Changed since last time", ""),
        ("Not applicable", "", "", "", "None"),
    ]
    assert "Since last time" not in cells(return_tables(make_copy())[1])[0]
