from section11.web.components.numbers import percent


def test_shares_are_rounded_half_up_from_exact_numbers() -> None:
    assert [percent(43, 61), percent(1, 200), percent(1, 8), percent(796, 1000), percent(0, 5), percent(5, 5)] == [
        "70%",
        "1%",
        "13%",
        "80%",
        "0%",
        "100%",
    ]
    assert percent(0, 0) == ""
