from section11.reports.content.return_copy import CopyStandard, CopyStatement
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
    assert make_copy().columns == LEVELS
    unanswered = CopyStandard("1", "Leadership", (CopyStatement("1.1", "A senior person leads."),))
    assert make_copy(standards=(unanswered,)).columns == (*LEVELS, "Not answered")
