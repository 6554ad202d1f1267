from tests.factories.reports import LEVELS, make_copy


def test_names_the_unit_where_there_is_one():
    assert make_copy().title == "Section 11 audit 2027: Oak Surgery"
    assert make_copy(unit="Nursing").title == "Section 11 audit 2027: Oak Surgery: Nursing"


def test_only_what_is_known_is_told():
    names = [name for name, _ in make_copy(reference="", signed_by="").facts]
    assert "Reference" not in names
    assert "Approved by" not in names
    assert names[0] == "Organisation"


def test_unanswered_is_counted_where_there_is_any():
    copy = make_copy(levels=("Met",))
    assert copy.columns == ("Met",)
    assert make_copy(standards=()).columns == LEVELS
