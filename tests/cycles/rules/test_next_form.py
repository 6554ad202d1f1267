import pytest

from section11.cycles.rules.next_form import LastRound, suggested_form

GOOD = {"submitted": True, "band": "Fully met", "band_place": 0}
MIDDLE = {"submitted": True, "band": "Partly met", "band_place": 2}


@pytest.mark.parametrize(
    ("last", "form", "reason"),
    [
        (LastRound("full", submitted=False), "full", "Did not submit last time"),
        (LastRound("light", submitted=False), "full", "Did not submit last time"),
        (
            LastRound("full", **{**GOOD, "must_meet_missed": ["1.1", "2.3"]}),
            "full",
            "Did not meet 1.1 and 2.3, which must be met",
        ),
        (LastRound("light", submitted=True, band="Support needed", band_place=3, follow_up=True), "full", "Support needed last time"),
        (LastRound("full", **GOOD), "review", "Fully met last time"),
        (LastRound("full", **{**GOOD, "band": "Mostly met", "band_place": 1}), "review", "Mostly met last time"),
        (LastRound("tiny", **GOOD), "review", "Fully met last time"),
        (LastRound("full", **MIDDLE), "full", "Partly met last time"),
        (LastRound("light", **MIDDLE), "light", "Answered the light form last time"),
        (LastRound("tiny", **MIDDLE), "light", "Answered the tiny form last time"),
        (LastRound("full", submitted=True), "full", "Nothing could be rated last time"),
    ],
)
def test_by_what_it_did_last_time(last: LastRound, form: str, reason: str) -> None:
    told = suggested_form(last, can_review=True)
    assert (told.form, told.reason) == (form, reason)


def test_no_review_of_other_standards() -> None:
    assert suggested_form(LastRound("full", **GOOD), can_review=False).form == "full"
    assert suggested_form(LastRound("light", **GOOD), can_review=False).form == "light"
