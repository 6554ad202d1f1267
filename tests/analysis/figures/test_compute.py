from fractions import Fraction
from typing import Any

from section11.analysis.dataset import Approached, BandInfo, Basis, Dataset, Flagged, LevelInfo, SectorInfo, StandardInfo, StatementInfo
from section11.analysis.figures.compute import compute

SCALE = [LevelInfo("met", "Met", "met", None, False), LevelInfo("unmet", "Not met", "unmet", None, True)]
REFS = [f"1.{n}" for n in range(1, 13)]


def unit(number: int, organisation: str, *, sector: str = "school", answered: bool = True) -> Approached:
    return Approached(number, organisation, organisation.title(), "", "", sector, "full", f"ref-{number}" if answered else "")


def dataset(**parts: Any) -> Dataset:
    given: dict[str, Any] = {
        "partnership": "riverside",
        "partnership_name": "Riverside",
        "cycle": "2026",
        "cycle_title": "Audit",
        "edition": "small/1",
        "basis": Basis.SELF,
        "rolling": False,
        "levels": SCALE,
        "standards": [StandardInfo("1", "Leadership")],
        "statements": [StatementInfo(ref, f"key-{ref}", "Text.", "1") for ref in REFS],
        "bands": [BandInfo("all", "All", Fraction(0), True)],
        "sectors": [SectorInfo("school", "Schools"), SectorInfo("police", "Police")],
        "approached": [],
        "by_statement": {},
        "by_return": {},
        "flagged": [],
    }
    return Dataset(**{**given, **parts})


def test_strengths_and_development_areas_are_the_five_highest_and_lowest_with_at_least_five_answers() -> None:
    met = {ref: number for number, ref in enumerate(REFS)}  # of 20 answers each
    counted = {(ref, "school", "met"): n for ref, n in met.items()} | {(ref, "school", "unmet"): 20 - n for ref, n in met.items()}
    counted |= {("1.1", "school", "unmet"): 4, ("1.12", "school", "unmet"): 0, ("1.12", "school", "met"): 4, ("1.12", "school", ""): 9}
    figures = compute(dataset(by_statement=counted))
    assert [s.statement.ref for s in figures.strengths] == ["1.11", "1.10", "1.9", "1.8", "1.7"]
    assert [s.statement.ref for s in figures.development_areas] == ["1.2", "1.3", "1.4", "1.5", "1.6"]


def test_shares_are_pooled_over_ratings_by_sector_and_in_all() -> None:
    counted = {("1.1", "school", "met"): 9, ("1.1", "school", "unmet"): 1, ("1.2", "police", "unmet"): 1, ("1.2", "police", ""): 3}
    figures = compute(dataset(by_statement=counted))
    assert figures.levels.met.value == Fraction(9, 11)
    assert figures.levels.unanswered == 3
    assert {key: one.met.value for key, one in figures.standards[0].by_sector.items()} == {"school": Fraction(9, 10), "police": Fraction(0)}
    assert figures.statements[0].by_sector["school"].met.value == Fraction(9, 10)


def test_response_is_given_for_units_and_for_organisations() -> None:
    rows = [unit(1, "oak"), unit(2, "elm"), unit(3, "elm", answered=False), unit(4, "ash", answered=False, sector="police")]
    figures = compute(dataset(approached=rows))
    assert figures.units.value == Fraction(1, 2)
    assert (figures.organisations.numerator, figures.complete.numerator, figures.organisations.denominator) == (2, 1, 3)
    assert [(s.sector.key, s.response.value) for s in figures.sectors] == [("school", Fraction(2, 3)), ("police", Fraction(0))]
    assert [row.organisation for row in figures.not_returned] == ["elm", "ash"]
    rate = figures.response_rate
    assert rate is not None
    assert rate.percent == 50


def test_a_rolling_cycle_has_no_response_rate() -> None:
    assert compute(dataset(approached=[unit(1, "oak")], rolling=True)).response_rate is None


def test_a_return_with_nothing_applicable_is_in_no_band() -> None:
    figures = compute(dataset(approached=[unit(1, "oak"), unit(2, "elm")], by_return={(1, ""): 4, (2, "unmet"): 2}))
    assert [r.band and r.band.key for r in figures.returns] == [None, "all"]
    assert figures.bands[0][1] == 1
    assert [r.row.organisation for r in figures.follow_up] == ["elm"]


def test_flags_are_listed_in_the_order_of_the_statements() -> None:
    flags = [Flagged(1, "1.10", True, True), Flagged(1, "1.2", True, False)]
    figures = compute(dataset(approached=[unit(1, "oak")], flagged=flags))
    assert (figures.returns[0].must_meet_missed, figures.returns[0].without_action) == (["1.2", "1.10"], ["1.10"])
