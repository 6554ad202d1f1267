from section11.transfer.demo.ratings import Wanted, ratings

REFS = [f"{n}.1" for n in range(1, 21)]
WEAK = {"everyone": {"3.1": 99}, "school": {"4.1": 99}}


def rate(wanted: Wanted, key: str = "Oak", kind: str = "sport") -> dict[str, str]:
    return ratings(REFS, wanted, key=key, kind=kind, weak=WEAK, may_be_unmet=set(REFS) - {"3.1"}, must_meet={"1.1"})


def test_the_wanted_share_is_met() -> None:
    levels = list(rate(Wanted(met=80, unmet=2, fixed={})).values())
    assert [levels.count(level) for level in ("met", "partial", "unmet")] == [16, 2, 2]


def test_what_is_fixed_counts_and_not_applicable_does_not() -> None:
    levels = rate(Wanted(met=50, unmet=1, fixed={"1.1": "unmet", "2.1": "na", "3.1": "met"}))
    told = list(levels.values())
    assert (levels["1.1"], levels["2.1"], levels["3.1"]) == ("unmet", "na", "met")
    assert [told.count(level) for level in ("met", "partial", "unmet", "na")] == [10, 8, 1, 1]


def test_the_hardest_fall_short_first_and_must_meet_ones_never() -> None:
    assert rate(Wanted(met=95, unmet=1, fixed={}))["3.1"] == "partial"  # nothing to say for it at unmet
    both = rate(Wanted(met=90, unmet=0, fixed={}), kind="school")
    assert (both["3.1"], both["4.1"]) == ("partial", "partial")
    assert rate(Wanted(met=0, unmet=0, fixed={}))["1.1"] == "met"


def test_it_comes_out_the_same_every_time_but_not_for_everybody() -> None:
    wanted = Wanted(met=50, unmet=3, fixed={})
    assert rate(wanted) == rate(wanted) != rate(wanted, key="Elm")
