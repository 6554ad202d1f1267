"""One unit's journey in words."""

from section11.analysis.figures.shares import Share
from section11.analysis.journeys import Change, Pairs
from section11.analysis.unit_journey import unit_journey
from tests.factories.journeys import journey_data


def test_each_statement_says_what_it_was_and_is_in_the_words_of_the_scale() -> None:
    data = journey_data(("school", {"1.1": "unmet", "1.2": "met"}, {"1.1": "met", "1.3": ""}))
    [standard] = unit_journey(data, 1).standards
    told = [(line.statement.ref, [b.level for b in line.then], line.now, line.change) for line in standard.lines]
    assert told == [
        ("1.1", ["Not met"], "Met", Change.IMPROVED),
        ("1.2", ["Met"], "", Change.GONE),
        ("1.3", [], "Not answered", Change.NEW),
    ]
    assert standard.met == Share(1, 1)


def test_what_is_compared_is_named_with_its_reason_and_what_is_gone_in_its_own_words() -> None:
    pairs = Pairs({"2.1": ["1.1", "1.2"]}, {("1.1", "2.1"): "Both name one person."})
    data = journey_data(("school", {"1.1": "met", "1.2": "partial", "9.9": "met"}, {"2.1": "met"}), pairs=pairs)
    journey = unit_journey(data, 1)
    [now, gone] = journey.standards
    [line] = now.lines
    assert [(b.statement.ref, b.level, b.reason) for b in line.then] == [
        ("1.1", "Met", "Both name one person."),
        ("1.2", "Partially met", ""),
    ]
    assert (gone.is_earlier, gone.lines[0].statement.text, gone.met) == (True, "Statement 9.9", Share(0, 0))
    assert dict(journey.tally.counts) == {Change.IMPROVED: 1, Change.GONE: 1}


def test_a_statement_that_its_pair_no_longer_asks_stands_beside_that_pair() -> None:
    data = journey_data(("school", {"1.1": "met"}, {"2.2": "met"}), pairs=Pairs({"2.1": ["1.1"]}), then=["1.1"], now=["2.1", "2.2"])
    [standard] = unit_journey(data, 1).standards
    told = [(line.statement.text, line.change) for line in standard.lines]
    assert told == [("Statement 1.1", Change.GONE), ("Statement 2.2", Change.NEW)]
    assert standard.met == Share(1, 1)
